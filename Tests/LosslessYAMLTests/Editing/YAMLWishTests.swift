import Testing

@testable import LosslessYAML

@Suite struct YAMLWishTests {
    private func places(in wish: YAMLWish) -> [NodePath.Component] {
        if case .children(let children) = wish { children.map(\.place) } else { [] }
    }

    @Test func `what is not there yet is written as the wish says`() {
        #expect(YAMLWish(.value(1), at: ["a", "b"]).created == ["a": ["b": 1]])
        #expect(YAMLWish(.items([.new("x"), .new("y")]), at: ["a"]).created == ["a": ["x", "y"]])
        #expect(YAMLWish(.value("x"), at: [0]).created == ["x"])
    }

    @Test func `what is to stay or to go cannot be written where nothing is`() {
        #expect(YAMLWish(nil, at: ["a", "b"]).created == nil)
        #expect(YAMLWish(nil, at: ["a", "b"]).missing(from: .root) == ["a", "b"])
        #expect(YAMLWish(.items([.existing(0)]), at: ["a"]).created == nil)
        #expect(YAMLWish(.items([.existing(0)]), at: ["a"]).missing(from: .root) == ["a"])
        let mixed = YAMLWish([(["a", "x"], .value(1)), (["a", "y"], nil)])
        #expect(mixed.created == nil && mixed.missing(from: .root) == ["a", "y"])
    }

    @Test func `several changes below one key are one wish for it, in their order`() {
        let wish = YAMLWish([(["a", "x"], .value(1)), (["b"], .value(2)), (["a", "y", "z"], .value(3))])
        #expect(wish.created == ["a": ["x": 1, "y": ["z": 3]], "b": 2])
        #expect(places(in: wish) == [.key("a"), .key("b")])
    }

    @Test func `keys that only look the same are two`() {
        let wish = YAMLWish([(["e\u{301}"], .value(1)), (["\u{E9}"], .value(2))])
        #expect(places(in: wish).count == 2)
    }

    @Test func `a merged value is written over only as a whole`() {
        #expect(YAMLWish.value(1).overriding == 1)
        #expect(YAMLWish.items([.new("x")]).overriding == ["x"])
        #expect(YAMLWish(.value(1), at: ["a"]).overriding == nil)
    }
}
