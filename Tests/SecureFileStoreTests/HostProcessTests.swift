import Foundation
import HostPlatform
import SecureFileStore
import TestSupport
import Testing

struct HostProcessTests {
    @Test func `the home of a process is its variable's, else the user database's`() {
        let store = FileStore()
        #expect(Host.current(environment: ["HOME": "/h"], currentDirectory: "/", store: store).home == "/h")
        let host = Host.current(environment: [:], currentDirectory: "/some/where", store: store)
        let entry = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) }
        #expect(host.home == entry)
        #expect(host.currentDirectory == "/some/where")
    }

    @Test func `the base installation is found through the link on PATH`() throws {
        let scratch = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: scratch("root/bin"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: scratch("bin"), withIntermediateDirectories: true)
        try scratch.write("", to: "root/bin/conda", mode: 0o755)
        try scratch.link("bin/conda", to: "../root/bin/conda")
        let host = Host.current(environment: ["PATH": scratch("bin")], currentDirectory: "/", store: FileStore())
        let found = host.baseInstallation(rootOption: nil, store: FileStore())
        #expect(found?.source == .program(scratch("bin/conda")))
        #expect(found?.path == scratch("bin/../root"))
    }
}
