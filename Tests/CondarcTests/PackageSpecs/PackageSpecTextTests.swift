import Testing

@testable import Condarc

@Suite struct PackageSpecTextTests {
    @Test(
        arguments: [
            (">=1.0,<2.0", ">=1.0,<2.0", nil), (">=1.0 , <2.0 py34_0", ">=1.0,<2.0", "py34_0"),
            ("=1.2=py_0", "=1.2", "py_0"),
            ("1.2 py_0", "1.2", "py_0"), ("==1.2", "==1.2", nil), ("=1.2", "=1.2", nil), ("1.2|1.3", "1.2|1.3", nil),
            ("", "", nil),
            ("1.2 ", "1.2", nil), ("1", "1", nil), ("=1.2=*mkl*", "=1.2", "*mkl*"), ("~=1.2", "~=1.2", nil),
        ] as [(String, String, String?)])
    func `a build stands behind the last blank or equals sign that can be before one`(
        text: String, version: String, build: String?
    ) {
        let parts = PackageSpecText.splitBuild(text)
        #expect(parts.version == version)
        #expect(parts.build == build)
    }

    @Test(arguments: [
        ("=1.2", false, "1.2*"), ("=1.2", true, "1.2"), ("==1.2", false, "1.2"), ("==1.2", true, "1.2"),
        ("=1.2*", false, "1.2*"), ("=1,=2", false, "=1,=2"),
        ("=", false, "="), ("==", false, "=="), (">=1", false, ">=1"), ("1.2", false, "1.2"),
    ])
    func `equals signs before a version say how near it has to be`(text: String, hasBuild: Bool, version: String) {
        #expect(PackageSpecText.sanitized(version: text, hasBuild: hasBuild) == version)
    }

    @Test(
        arguments: [
            ("a[version=1,build='x y']", "a", ["version": "1", "build": "x y"]),
            ("a[version='=1.2']", "a", ["version": "1.2*"]),
            ("a [md5=x]b", "a b", ["md5": "x"]), ("a[b][md5=x]", "a[b]", ["md5": "x"]), ("a[\"]", "a", [:]),
            ("a[md5='x]", "a", [:]), ("a", "a", [:]),
            ("a[md5=x version=2]", "a", ["md5": "x", "version": "2"]), ("a]", "a]", [:]),
        ] as [(String, String, [String: String])])
    func `the last brackets hold fields`(text: String, rest: String, fields: [String: String]) throws {
        var left = text
        #expect(try PackageSpecText.takeBrackets(from: &left) == fields)
        #expect(left == rest)
    }

    @Test(arguments: ["a[md5=]", "a[md5='']"])
    func `a field without a value is refused`(text: String) {
        var left = text
        #expect(throws: InvalidPackageSpec.self) { try PackageSpecText.takeBrackets(from: &left) }
    }

    @Test func `parentheses go with what is in them, and a text is cut from its end`() {
        var text = "a(b)c(d)"
        PackageSpecText.takeParentheses(from: &text)
        #expect(text == "a(b)c")
        #expect(PackageSpecText.splitFromEnd("a:b:c:d", at: ":", most: 2) == ["a:b", "c", "d"])
        #expect(PackageSpecText.splitFromEnd("::a", at: ":", most: 2) == ["", "", "a"])
        #expect(PackageSpecText.words(" a, b  c,,") == ["a", "b", "c"])
    }
}
