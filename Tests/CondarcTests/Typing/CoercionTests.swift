import LosslessYAML
import Testing

@testable import Condarc

@Suite struct `Giving a value its type` {
    /// Nil where the text is refused.
    static let cases: [(PrimitiveType, String, YAMLValue?)] = [
        (.bool, "true", true), (.bool, "True", true), (.bool, "yes", true), (.bool, "on", true), (.bool, "y", true),
        (.bool, "t", nil), (.bool, "t.rue", true), (.bool, " no ", false), (.bool, "off", false), (.bool, "non", false),
        (.bool, "None", false), (.bool, "", false), (.bool, "null", nil), (.bool, "~", nil),
        (.bool, "0", false), (.bool, "0.0", false), (.bool, "2", true), (.bool, "+3", true), (.bool, "-1", true),
        (.bool, "1.5", true), (.bool, "1e3", true), (.bool, "0e3", false), (.bool, "1_000", true), (.bool, "1__0", nil),
        (.bool, "0b11", nil), (.bool, "0x10", nil), (.bool, "inf", true), (.bool, "nan", true), (.bool, "1+2j", true),
        (.bool, "0+0j", false), (.bool, "(1+2j)", true), (.bool, "j", true), (.bool, "-j", true), (.bool, "1+", nil),
        (.bool, "1j2", nil), (.bool, "٣", true), (.bool, "٠", false), (.bool, "²", nil), (.bool, "½", nil),
        (.bool, "ünïcode", nil), (.bool, "[1, 2]", nil), (.bool, "'quoted'", nil),
        (.boolOrNull, "null", .null), (.boolOrNull, "NONE", .null), (.boolOrNull, "~", .null),
        (.boolOrNull, "n", false),
        (.boolOrNull, "", false), (.boolOrNull, "1+2j", true), (.boolOrNull, "nope", nil),
        (.int, "0", 0), (.int, "007", 7), (.int, "-0", 0), (.int, "+3", 3), (.int, " 5 ", 5), (.int, "1_000", 1000),
        (.int, "_1", nil), (.int, "1_", nil), (.int, "٣", 3), (.int, ".5", nil), (.int, "1.0", nil),
        (.int, "0x10", nil),
        (.int, "true", nil), (.int, "", nil), (.int, "inf", nil), (.int, "null", nil),
        (
            .int, "123456789012345678901234567890",
            .int(YAMLInteger(decimal: "123456789012345678901234567890")!)
        ),
        (.float, "1.5", 1.5), (.float, "9", 9.0), (.float, "1_000", 1000.0), (.float, ".5", 0.5), (.float, "5.", 5.0),
        (.float, "1e-3", 0.001), (.float, "-2.5E+2", -250.0), (.float, "inf", .float(.infinity)), (.float, "e5", nil),
        (.float, "1e", nil), (.float, "yes", nil), (.float, "1 2", nil), (.float, ".", nil),
        (.string, " kept ", " kept "), (.string, "yes", "yes"), (.string, "1.0", "1.0"), (.string, "none", "none"),
        (.stringOrNull, "None", .null), (.stringOrNull, "null", "null"), (.stringOrNull, " x ", "x"),
        (.stringOrBool, "on", true), (.stringOrBool, "none", false), (.stringOrBool, " padded ", "padded"),
        (.stringOrBool, "0x10", "0x10"), (.stringOrBool, "", false),
        (.boolOrInt, "true", true), (.boolOrInt, "off", false), (.boolOrInt, "y", nil), (.boolOrInt, "0", 0),
        (.boolOrInt, "300", 300), (.boolOrInt, "1.5", nil), (.boolOrInt, "none", nil), (.boolOrInt, "0x10", nil),
        (.choice(.channelPriority), "strict", "strict"), (.choice(.channelPriority), "STRICT", "strict"),
        (.choice(.channelPriority), "Strict", nil), (.choice(.channelPriority), "true", "flexible"),
        (.choice(.channelPriority), "No", "disabled"), (.choice(.channelPriority), "0", nil),
        (.choice(.safetyChecks), "warn", "warn"), (.choice(.safetyChecks), "WARN", nil),
        (.choice(.safetyChecks), "true", nil), (.choice(.updateModifier), "UPDATE_ALL", "update_all"),
    ]

    @Test(arguments: cases.indices)
    func `text gets the type as conda gives it`(_ index: Int) {
        let (type, text, expected) = Self.cases[index]
        let typed = try? Coercion.typed(.string(text), as: type)
        #expect(typed == expected, "\(text) as \(type)")
    }

    @Test(arguments: [
        (YAMLValue.null, PrimitiveType.bool, YAMLValue.bool(false)), (.null, .string, "None"),
        (.null, .stringOrBool, false), (.null, .boolOrNull, .null), (1.5, .int, 1), (-1.5, .int, -1), (true, .int, 1),
        (true, .string, "True"), (1.5, .string, "1.5"), (3, .float, 3.0),
        (1e20, .int, .int(YAMLInteger(decimal: "100000000000000000000")!)),
        (-36_893_488_147_419_103_232.0, .int, .int(YAMLInteger(decimal: "-36893488147419103232")!)),
        (0, .stringOrBool, false),
        (false, .choice(.channelPriority), "disabled"), (true, .boolOrInt, true),
    ])
    func `what YAML already gave a type gets the parameter's`(
        _ value: YAMLValue, _ type: PrimitiveType, _ expected: YAMLValue
    ) throws {
        #expect(try Coercion.typed(value, as: type) == expected)
    }

    @Test(arguments: [
        (YAMLValue.null, PrimitiveType.int), (.null, .boolOrInt), (1.5, .boolOrInt), (.float(.nan), .int),
        (.sequence([]), .bool), (.sequence(["a"]), .string), (.mapping([YAMLPair(key: "a", value: 1)]), .stringOrNull),
        (0, .choice(.channelPriority)),
    ])
    func `what does not fit is refused`(_ value: YAMLValue, _ type: PrimitiveType) {
        #expect(throws: CondarcError.self) { try Coercion.typed(value, as: type) }
    }

    @Test func `a boolean that is no choice is told as YAML writes it`() {
        let error = #expect(throws: CondarcError.self) { try Coercion.typed(true, as: .choice(.safetyChecks)) }
        #expect(error?.description == "'true' is none of the choices")
    }
}
