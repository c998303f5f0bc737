import Condarc
import LosslessJSON
import Testing

@Suite struct `The command schema` {
    @Test func `every parameter and alias is in it, described and with its default`() throws {
        let output = try ToolHome().run(["schema"]).output
        let schema = try JSONDocument(Array(output.utf8)).root.value
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["additionalProperties"] == false)
        for parameter in ParameterTable.all {
            let own = try #require(schema["properties"]?[parameter.name])
            #expect(own["description"] == .string(parameter.description))
            #expect(own["default"] != nil)
            for alias in parameter.aliases {
                let other = try #require(schema["properties"]?[alias])
                #expect(other["$ref"] == .string("#/properties/\(parameter.name)") && other["deprecated"] == true)
                #expect(schema["dependentSchemas"]?[alias]?["properties"]?[parameter.name] == false)
            }
        }
    }

    @Test func `with --json it is the same on one line, with the member that every result has`() throws {
        let plain = try JSONDocument(Array(try ToolHome().run(["schema"]).output.utf8)).root.value
        let json = try JSONDocument(Array(try ToolHome().run(["schema", "--json"]).output.utf8)).root.value
        guard case .object(let members) = plain else {
            Issue.record("no object")
            return
        }
        #expect(json == .object([.init("schema", 1)] + members))
    }
}
