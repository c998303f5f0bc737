import Foundation
import TestSupport
import Testing

@testable import Condarc

@Suite struct `The parameter table` {
    @Test func `every name and alias belongs to one parameter`() {
        let names = ParameterTable.all.flatMap(\.namesInSources)
        #expect(Set(names).count == names.count)
        #expect(ParameterTable.loadingOrder.sorted() == ParameterTable.names)
    }

    @Test func `every default has its parameter's type and fulfils its rule`() throws {
        for parameter in ParameterTable.all {
            if case .primitive(let type) = parameter.type {
                #expect(
                    try Coercion.typed(parameter.defaultValue, as: type) == parameter.defaultValue, "\(parameter.name)")
            }
            let complaint = parameter.rule?.complaint(about: parameter.defaultValue) { _ in false }
            #expect(complaint == nil)
        }
    }

    @Test func `parameters are found by what their texts name`() {
        #expect(
            ParameterTable.parameters(of: .channel).map(\.name) == [
                "channels", "default_channels", "custom_multichannels",
            ])
        #expect(ParameterTable.parameters(of: .judgedChannel).map(\.texts.isChannel) == [true, true])
        #expect(
            ParameterTable.parameters(of: .directory).map(\.name) == [
                "envs_dirs", "pkgs_dirs", "bld_path", "croot", "root_prefix",
            ])
    }

    @Test func `every description is one sentence`() {
        for parameter in ParameterTable.all {
            #expect(parameter.description.hasSuffix("."))
            #expect(!parameter.description.contains(". "), "\(parameter.name)")
            #expect(parameter.description.first?.isUppercase == true)
        }
    }

    @Test func `a name, an alias and conda's inner name find the parameter`() {
        #expect(ParameterTable.parameter(named: "channels")?.name == "channels")
        #expect(ParameterTable.parameter(named: "channel") == nil)
        #expect(ParameterTable.parameter(forKey: "channel")?.name == "channels")
        #expect(ParameterTable.parameter(forKey: "_channels")?.name == "channels")
        #expect(ParameterTable.parameter(forKey: "chanels") == nil)
    }

    @Test func `only aliases of parameters without underscore are resolved when editing`() {
        #expect(ParameterTable.name(forAlias: "verify_ssl") == "ssl_verify")
        #expect(ParameterTable.name(forAlias: "channel") == nil)
        #expect(ParameterTable.name(forAlias: "ssl_verify") == nil)
    }

    @Test func `the table says what conda says of itself`() throws {
        guard let recorded = try RecordedParameter.all() else { return }
        #expect(recorded.map(\.name) == ParameterTable.names)
        for facts in recorded {
            let parameter = try #require(ParameterTable.parameter(named: facts.name))
            #expect(RecordedParameter(parameter) == facts)
        }
    }
}

/// The facts of `golden/parameters.json`, for comparison.
private struct RecordedParameter: Decodable, Equatable {
    let parameter_type: String
    let name: String
    let aliases: [String]
    let element_types: [String]
    let inner_element_types: [String]?
    let string_delimiter: String?
    let choices: [String]?
    let choice_names: [String]?
    let category: String
    let hidden: Bool
    let expands_variables: Bool
    let has_validation: Bool

    /// Nil where the recordings are not beside the package.
    static func all() throws -> [RecordedParameter]? {
        try PackagePlaces.sharedFile("golden/parameters.json").map {
            try JSONDecoder().decode([RecordedParameter].self, from: $0)
        }
    }

    init(_ parameter: Parameter) {
        parameter_type = parameter.type.word
        name = parameter.name
        aliases = parameter.aliases
        element_types = parameter.type.elementNames
        category = parameter.category.rawValue
        hidden = parameter.isHidden
        expands_variables = parameter.expandsVariables
        has_validation = parameter.rule != nil
        var choice: Choice?
        switch parameter.type {
        case .primitive(let type):
            if case .choice(let found) = type { choice = found }
            inner_element_types = nil
            string_delimiter = nil
        case .sequence(let element, let delimiter):
            inner_element_types = element.innermost.names
            string_delimiter = String(delimiter.character(onWindows: false))
        case .map(let element):
            inner_element_types = element.innermost.names
            string_delimiter = nil
        }
        choices = choice?.values
        choice_names = choice?.names
    }
}
