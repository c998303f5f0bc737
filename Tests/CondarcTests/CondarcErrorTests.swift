import Testing

@testable import Condarc

@Suite struct CondarcErrorTests {
    @Test func `names its key where the sentence leaves room for it`() {
        let error = CondarcError(.badType, "the items of \(.key) are maps", key: "channel_settings")
        #expect(error.description == "the items of 'channel_settings' are maps")
        #expect(error.message.naming("…") == "the items of … are maps")
    }

    @Test func `leaves out a key that the sentence has no place for`() {
        #expect(
            CondarcError(.badType, "the key begins with a '.'", key: ".x").description == "the key begins with a '.'")
    }

    @Test(
        arguments: [
            (nil, "'offline': 'x' is no boolean"),
            (.file(path: "/f", line: 1, column: 2, range: nil), "offline: 'x' is no boolean"),
            (.variable("CONDA_OFFLINE"), "offline: 'x' is no boolean (from $CONDA_OFFLINE)"),
            (.option("--offline"), "offline: 'x' is no boolean (from --offline)"),
        ] as [(Origin?, String)])
    func `puts the key before what is wrong with its value`(origin: Origin?, text: String) {
        let error = CondarcError(.badValue, valueOf: "offline", "'x' is no boolean", from: origin)
        #expect(error.description == text)
        #expect(error.key == "offline" && error.line == origin?.line)
    }
}
