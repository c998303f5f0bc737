import HostPlatform
import Testing

@testable import CondaCredentials

@Suite struct PlatformDirectoriesTests {
    @Test(
        arguments: [
            (Platform.macos, "4.5.0", "/x", nil), (.macos, "4.6.0", "/x", "/x"), (.linux, "4.5.0", "x", "/project/x"),
            (.linux, "4.11.0", "x", "/project/x"), (.linux, "4.12.0", "x", nil),
            (.linux, "4.5.0", " /x", "/project/ /x"),
            (.linux, "4.6.0", " /x ", "/x"), (.linux, "4.14.3", " /x", "/x"), (.linux, "4.14.4", " /x", nil),
            (.linux, nil, "x", nil), (.linux, nil, "~/x", nil), (.linux, "4.5.0", "~/x", "/project/~/x"),
        ] as [(Platform, String?, String, String?)])
    func `platformdirs' version decides what the variable is worth`(
        platform: Platform, version: String?, value: String, base: String?
    ) throws {
        let places = try TokenPlaces(
            host: .made(platform, ["XDG_CONFIG_HOME": value]), files: .fake([:]),
            platformdirs: version.flatMap { ReleaseVersion($0) })
        let usual = platform == .macos ? "/Users/u/Library/Application Support" : "/home/u/.config"
        #expect(places.condaTokens.path == (base ?? usual) + "/binstar")
    }

    @Test(
        arguments: [
            (nil, #"C:\L"#, nil, #"C:\L\ContinuumIO\binstar"#),
            ("4.7.0", #"C:\L"#, #"D:\P"#, #"C:\L\ContinuumIO\binstar"#),
            ("4.8.0", #"C:\L"#, #"D:\P"#, #"D:\P\ContinuumIO\binstar"#),
            ("4.12.0", #"C:\L"#, "P", #"C:\L\ContinuumIO\binstar"#),
            (nil, #"C:\L"#, "", #"C:\L\ContinuumIO\binstar"#),
        ] as [(String?, String, String?, String)])
    func `on Windows a variable of platformdirs' own moves the directory`(
        version: String?, local: String, override: String?, path: String
    ) {
        var variables = ["LOCALAPPDATA": local]
        variables["WIN_PD_OVERRIDE_LOCAL_APPDATA"] = override
        let directories = PlatformDirectories(
            host: .made(.windows, variables), version: version.flatMap { ReleaseVersion($0) })
        #expect(directories.configuration("binstar", author: "ContinuumIO").path == path)
    }

    @Test(arguments: [
        ("/d", "/d/binstar"), ("", "/home/u/.local/share/binstar"), (nil, "/home/u/.local/share/binstar"),
    ])
    func `data have a directory of their own on Linux`(variable: String?, path: String) {
        let host = Host.made(.linux, variable.map { ["XDG_DATA_HOME": $0] } ?? [:])
        #expect(PlatformDirectories(host: host, version: nil).data("binstar").path == path)
    }
}
