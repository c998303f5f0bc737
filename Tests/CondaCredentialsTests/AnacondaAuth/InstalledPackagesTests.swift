import HostPlatform
import Testing

@testable import CondaCredentials

@Suite struct InstalledPackagesTests {
    private static let site = "/r/lib/python3.12/site-packages"

    private func package(
        _ files: [String: String], _ environment: [String: String] = [:], on platform: Platform = .linux,
        root: String = "/r"
    ) -> InstalledPackages.Package? {
        InstalledPackages(host: .made(platform, environment), root: root, files: .tree(files))
            .package("anaconda_auth", "anaconda_cloud_auth")
    }

    @Test func `the metadata tell the version`() {
        let path = "\(Self.site)/anaconda_auth-0.15.3.dist-info/METADATA"
        let found = package([path: "Metadata-Version: 2.4\nName: anaconda-auth\nVersion: 0.15.3\n\nVersion: 9\n"])
        #expect(found == .init(version: "0.15.3", path: path))
        #expect(package(["\(Self.site)/anaconda_auth-0.14.4.dist-info/RECORD": ""])?.version == "0.14.4")
        #expect(package(["\(Self.site)/anaconda_auth_extra-1.dist-info/METADATA": "Version: 1\n"]) == nil)
        #expect(
            package(["\(Self.site)/anaconda_cloud_auth-0.7.2.dist-info/METADATA": "Version: 0.7.2\n"])?.version
                == "0.7.2")
    }

    @Test(arguments: ["\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func `only what Python takes for a line break ends a header`(sign: String) {
        let path = "\(Self.site)/anaconda_auth-0.15.3.dist-info/METADATA"
        #expect(package([path: "Summary: a\(sign)Version: 9\rVersion: 0.15.1\r\n"])?.version == "0.15.1")
        #expect(package([path: "Summary: a\(sign)\(sign)b\nVersion: 0.15.1\n"])?.version == "0.15.1")
        let code = "\(Self.site)/anaconda_auth/_version.py"
        let leftover = "\(Self.site)/anaconda_auth-0.9.1.dist-info/METADATA"
        let files = [path: "", leftover: "", code: "a = 1 #\(sign)version = '9'\nversion = '0.15.1'\n"]
        #expect(package(files)?.version == "0.15.1")
    }

    @Test func `of several leftovers the code decides, else the newest`() {
        var files = [
            "\(Self.site)/anaconda_auth-0.9.1.dist-info/METADATA": "Version: 0.9.1\n",
            "\(Self.site)/anaconda_auth-0.15.2.dist-info/METADATA": "Version: 0.15.2\n",
        ]
        #expect(package(files)?.version == "0.15.2")
        files["\(Self.site)/anaconda_auth/_version.py"] = "# made\n__version__ = version = '0.9.1'\n"
        #expect(package(files)?.version == "0.9.1")
    }

    @Test func `the Python of conda's record is the one whose packages count`() {
        let files = [
            "/r/conda-meta/python-3.11.7-h955ad1f_0.json": "{}",
            "/r/conda-meta/anaconda-auth-0.15.3-py311_0.json": "{}",
            "/r/lib/python3.11/site-packages/anaconda_auth-0.15.1.dist-info/METADATA": "Version: 0.15.1\n",
            "\(Self.site)/anaconda_auth-0.15.3.dist-info/METADATA": "Version: 0.15.3\n",
        ]
        #expect(package(files)?.version == "0.15.1")
    }

    @Test func `the user's own directory comes first, unless Python is told to leave it out`() {
        let files = [
            "\(Self.site)/anaconda_auth-0.15.3.dist-info/METADATA": "Version: 0.15.3\n",
            "/home/u/.local/lib/python3.12/site-packages/anaconda_auth-0.12.1.dist-info/METADATA": "Version: 0.12.1\n",
            "/base/lib/python3.12/site-packages/anaconda_auth-0.11.0.dist-info/METADATA": "Version: 0.11.0\n",
        ]
        #expect(package(files)?.version == "0.12.1")
        #expect(package(files, ["PYTHONUSERBASE": "/base"])?.version == "0.11.0")
        #expect(package(files, ["PYTHONNOUSERSITE": "1"])?.version == "0.15.3")
        #expect(package(files, ["PYTHONNOUSERSITE": ""])?.version == "0.12.1")
    }

    @Test func `on Windows the directories have other names`() {
        let files = [
            #"C:\r\conda-meta\python-3.12.4-h1_0.json"#: "{}",
            #"C:\r\Lib\site-packages\anaconda_auth-0.15.3.dist-info\METADATA"#: "Version: 0.15.3\n",
            #"C:\a\Python\Python312\site-packages\anaconda_auth-0.15.0.dist-info\METADATA"#: "Version: 0.15.0\n",
        ]
        #expect(package(files, on: .windows, root: #"C:\r"#)?.version == "0.15.3")
        #expect(package(files, ["APPDATA": #"C:\a"#], on: .windows, root: #"C:\r"#)?.version == "0.15.0")
    }
}

extension SettingFiles {
    /// Files in directories that hold them, as a disk has it.
    static func tree(_ files: [String: String]) -> SettingFiles {
        SettingFiles(
            read: { path in files[path].map { .bytes(Array($0.utf8)) } ?? .missing },
            names: { directory in
                let names = files.keys.compactMap { path -> String? in
                    guard path.hasPrefix(directory), let separator = path.dropFirst(directory.count).first,
                        separator == "/" || separator == "\\"
                    else { return nil }
                    return path.dropFirst(directory.count + 1).split(separator: separator).first.map(String.init)
                }
                return Set(names).sorted()
            })
    }
}
