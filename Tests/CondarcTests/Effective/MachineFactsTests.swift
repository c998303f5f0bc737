import Testing

@testable import Condarc

@Suite struct MachineFactsTests {
    @Test(
        arguments: [
            (["python-3.12.4-h1_0.json"], "3.12"), (["python-dateutil-2.9-py_0.json", "python-3.9.1-0.json"], "3.9"),
            (["python_abi-3.12-5.json"], nil), (["python-3-0.json"], nil), (["python-3.x-0.json"], nil),
            (["python-3.12.4.json"], nil), (["history", "numpy-1.26-0.json"], nil), ([], nil), (["python-"], nil),
        ] as [([String], String?)])
    func `the Python that conda runs on is told by its record`(records: [String], version: String?) {
        let facts = MachineFacts(root: "/base", rootIsWritable: true, platform: "linux-64", baseRecords: { records }) {
            _ in false
        }
        #expect(facts.basePython == version)
    }

    @Test func `this machine's platform is one that conda knows`() {
        #expect(EffectiveConfiguration.knownPlatforms.contains(MachineFacts.nativePlatform))
    }
}
