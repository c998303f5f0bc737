import Foundation
import TestSupport
import Testing

/// What the names of files promise, so that a file is found by its name alone.
@Suite struct `The layout of the sources` {
    /// A type or an extension at the top of a file.
    private struct Declaration {
        let isExtension: Bool
        let isPrivate: Bool
        let isPublic: Bool
        /// Of an extension that of the type, with a dot where it lies in another.
        let name: String
        let lines: Int

        /// Whether it is about a type, or one inside of it.
        func isOf(_ type: String) -> Bool { name.prefix { $0 != "." } == type || name.filter { $0 != "." } == type }
    }

    private struct File: CustomStringConvertible {
        /// From the package's directory.
        let description: String
        let declarations: [Declaration]
        let lines: Int

        var name: String { String(description.split(separator: "/").last ?? "").replacing(".swift", with: "") }
        /// What it is named for: its name, or the part before the '+'.
        var type: String { String(name.prefix { $0 != "+" }) }
        var hasTopic: Bool { type != name }
        /// Of a system on which no test runs.
        var isElsewhere: Bool { ["+Darwin", "+Windows"].contains(where: name.hasSuffix) }
        var module: String { String(description.split(separator: "/")[1]) }
        /// Below that of the module.
        var folder: ArraySlice<Substring> { description.split(separator: "/").dropFirst(2).dropLast() }
    }

    private static let sources = files(in: "Sources")

    @Test func `a file declares the type of its name, or extends the one before its '+'`() {
        #expect(Self.sources.count > 500)
        for file in Self.sources where file.name != "main" {
            let isThere = file.declarations.contains { declaration in
                // Of a type that each system has for itself, a file says which.
                declaration.isExtension ? file.hasTopic && declaration.isOf(file.type) : declaration.name == file.type
            }
            #expect(isThere, "\(file)")
        }
    }

    /// Beside another type stands only what is small and serves that one.
    @Test func `a type that is public or has more than twenty lines stands in a file of its name`() {
        for file in Self.sources {
            for type in file.declarations where !type.isExtension && !type.isPrivate && type.name != file.type {
                #expect(!type.isPublic && type.lines <= 20, "\(type.name) in \(file)")
            }
        }
    }

    @Test func `a file named for a type is mostly about it`() {
        for file in Self.sources where !file.hasTopic {
            let own = file.declarations.filter { $0.isOf(file.type) }.reduce(0) { $0 + $1.lines }
            let others = file.declarations.filter { $0.isExtension && !$0.isOf(file.type) }.reduce(0) { $0 + $1.lines }
            #expect(others <= max(40, own), "\(file): \(others) lines of extensions of other types")
        }
    }

    @Test func `no name means two types, but for commands that both programs have`() {
        var files: [String: File] = [:]
        for file in Self.sources where !file.description.contains("/Commands/") {
            for type in file.declarations where !type.isExtension && !type.isPrivate {
                if let other = files.updateValue(file, forKey: type.name) {
                    #expect(other.module == file.module, "\(type.name) in \(file) and \(other)")
                }
            }
        }
    }

    /// A test's name begins with that of the type it tests, and its folder is that type's; peers and recordings test more
    /// than one file.
    @Test func `tests are named like the sources that they test, and lie where those lie`() {
        let sources = Dictionary(grouping: Self.sources, by: \.module)
        for test in Self.files(in: "Tests") where test.name.hasSuffix("Tests") {
            let tested = sources[String(test.module.dropLast("Tests".count))] ?? []
            guard !tested.isEmpty, !["/Peers/", "/Golden/"].contains(where: test.description.contains) else { continue }
            let types = tested.map(\.type).filter(test.name.hasPrefix)
            let type = types.max { $0.count < $1.count }
            #expect(type != nil, "\(test)")
            #expect(tested.contains { $0.type == type && $0.folder == test.folder }, "\(test)")
        }
    }

    /// So the test of a file is found without searching, by the name of its type and perhaps a topic of its own.
    @Test func `a type of a hundred lines or more has tests of its name`() {
        let tests = Dictionary(grouping: Self.files(in: "Tests").filter { $0.name.hasSuffix("Tests") }, by: \.module)
        for (module, files) in Dictionary(grouping: Self.sources.filter { !$0.isElsewhere }, by: \.module) {
            for (type, files) in Dictionary(grouping: files, by: \.type) {
                let lines = files.reduce(0) { $0 + $1.lines }
                guard lines >= 100 else { continue }
                let isTested = tests[module + "Tests"]?.contains { $0.name.hasPrefix(type) } == true
                #expect(isTested, "\(type) of \(module) has \(lines) lines, and no \(type)Tests")
            }
        }
    }

    /// What a rule finds and what it lets pass is looked for there, however few lines it has.
    @Test func `every rule of check has tests of its name`() {
        let tests = Set(Self.files(in: "Tests/CondarcTests/Checks/Rules").map(\.name))
        let rules = Self.sources.filter { $0.module == "Condarc" && $0.folder.elementsEqual(["Checks", "Rules"]) }
        #expect(rules.count > 30)
        for rule in rules { #expect(tests.contains(rule.name + "Tests"), "\(rule)") }
    }

    private static func files(in folder: String) -> [File] {
        let root = PackagePlaces.root + "/" + folder
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = String(
                decoding: FileManager.default.contents(atPath: "\(root)/\(name)") ?? Data(), as: UTF8.self)
            return File(
                description: "\(folder)/\(name)", declarations: declarations(in: text),
                lines: text.utf8.count { $0 == UInt8(ascii: "\n") })
        }
    }

    private static func declarations(in text: String) -> [Declaration] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // What one system alone compiles is indented.
        if lines.first?.hasPrefix("#if") == true { lines = lines.map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 } }
        let types: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "extension"]
        return lines.indices.compactMap { index in
            guard lines[index].first?.isLowercase == true else { return nil }
            let words = lines[index].split { $0 == " " || $0 == ":" || $0 == "<" }
            guard let place = words.firstIndex(where: types.contains), place + 1 < words.count,
                words[..<place].allSatisfy({ $0.allSatisfy(\.isLowercase) })
            else { return nil }
            let isOneLine = lines[index].hasSuffix("}")
            let end = isOneLine ? index : lines[index...].firstIndex { $0.hasPrefix("}") } ?? index
            return Declaration(
                isExtension: words[place] == "extension",
                isPrivate: words[..<place].contains { $0.hasSuffix("private") },
                isPublic: words[..<place].contains("public"), name: String(words[place + 1]), lines: end - index + 1)
        }
    }
}
