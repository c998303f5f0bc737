import CommandLineKit
import LosslessJSON
import Testing

@Suite struct SARIFFindingsTests {
    @Test func `SARIF has what its version 2.1.0 asks for`() throws {
        let home = try ToolHome(condarc: "ssl_verify: false\nalways_yes: maybe\n")
        try home.write("a: [\n", to: "with space")
        let outcome = home.run(["check", "--format", "sarif", "HOME/.condarc", "HOME/with space", "HOME/missing"])
        let log = try JSONDocument(Array(outcome.output.utf8)).root.value
        #expect(log["version"] == "2.1.0" && log["$schema"] != nil)
        guard case .array(let runs)? = log["runs"], let run = runs.first, case .array(let results)? = run["results"],
            case .array(let rules)? = run["tool"]?["driver"]?["rules"]
        else {
            Issue.record("no runs: \(outcome.output)")
            return
        }
        #expect(run["tool"]?["driver"]?["name"] == "condarc-tool")
        #expect(rules.allSatisfy { $0["id"] != nil && $0["shortDescription"]?["text"] != nil })
        #expect(results.map { $0["ruleId"] } == ["insecure-ssl", "wrong-type", "syntax", "unreadable"])
        for result in results {
            guard case .number(let index)? = result["ruleIndex"], let index = Int(index) else {
                Issue.record("no index: \(result)")
                return
            }
            #expect(rules[index]["id"] == result["ruleId"])
            #expect(["error", "warning", "note"].contains(result["level"]))
            #expect(result["message"]?["text"] != nil)
            guard case .array(let locations)? = result["locations"], let place = locations.first?["physicalLocation"]
            else {
                Issue.record("no location: \(result)")
                return
            }
            guard case .string(let uri)? = place["artifactLocation"]?["uri"] else { continue }
            #expect(uri.hasPrefix("file://") && !uri.contains(" "))
            #expect(place["region"]?["startLine"] != nil && place["region"]?["startColumn"] != nil)
        }
    }
}
