import Condarc
import LosslessYAML
import Testing

@testable import CondarcTool

@Suite struct DescribedTextTests {
    @Test func `all of it is comment, and the defaults below it are a configuration`() throws {
        let text = DescribedText.all(onWindows: false)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.isEmpty || $0.hasPrefix("# ") })
        let uncommented = lines.map { $0.dropFirst(2) }.joined(separator: "\n")
        let values = try FileValues(Array(uncommented.utf8))
        let shown = ParameterTable.all.filter { !$0.isHidden }
        #expect(Set(values.all.map(\.key)) == Set(shown.map(\.name)))
        for parameter in shown {
            #expect(try values[parameter.name]?.value == parameter.defaultValue, "\(parameter.name)")
        }
    }

    @Test(arguments: [false, true])
    func `what separates items in a variable is told`(isWindows: Bool) throws {
        let lists = ParameterTable.all.filter { if case .sequence = $0.type { true } else { false } }
        for parameter in lists {
            let lines = DescribedText.lines(of: parameter, onWindows: isWindows)
            #expect(lines.contains { $0.contains("env var string delimiter: '") }, "\(parameter.name)")
        }
        let single = try #require(ParameterTable.parameter(named: "offline"))
        #expect(!DescribedText.lines(of: single, onWindows: isWindows).contains { $0.contains("delimiter") })
    }

    @Test func `text keeps to seventy columns, and the last line is empty`() {
        for parameter in ParameterTable.all {
            let lines = DescribedText.lines(of: parameter, onWindows: false)
            #expect(lines.last == "")
            #expect(
                lines.filter { $0.hasPrefix("# #   ") && $0.contains(" ") }.allSatisfy {
                    $0.count <= 76 || !$0.dropFirst(6).contains(" ")
                })
        }
    }
}
