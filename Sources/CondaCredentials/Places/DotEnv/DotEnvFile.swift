import SecureFileStore

/// The assignments of a `.env` file, read by the rules of python-dotenv 1.2.
package struct DotEnvFile: Sendable, Equatable {
    package struct Assignment: Sendable, Equatable {
        package let name: String
        /// Nil for a name without `=`; `${…}` not yet replaced.
        package let value: String?
        /// Line of the name, from 1.
        package let line: Int
    }

    /// Most characters that all values may have together once their variables are replaced: as much as a whole file of
    /// settings may.
    static let limit = SizeLimit.settings

    package let assignments: [Assignment]
    /// Lines of statements that cannot be read; python-dotenv skips them with a warning.
    package let unreadableLines: [Int]

    /// - Throws: `SettingFileError` if the bytes are not UTF-8.
    package init(_ bytes: [UInt8]) throws(SettingFileError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingFileError(message: "not UTF-8 text", line: 1, column: 1)
        }
        var parser = DotEnvParser(text)
        (assignments, unreadableLines) = parser.parse()
    }

    /// The values with `${NAME}` and `${NAME:-default}` replaced, in the order of the names' first assignment.
    ///
    /// A name of the file wins over the environment's, and only what stands above counts.
    ///
    /// - Throws: `SettingFileError` where the values would be longer than `limit` together: a few lines that double
    ///   each other would fill the memory.
    package func values(
        environment: (String) -> String?
    ) throws(SettingFileError) -> [Assignment] {
        // By their code points: names that only look the same are two.
        var known: [[UInt8]: Int] = [:]
        var values: [Assignment] = []
        var left = DotEnvFile.limit
        for assignment in assignments {
            var value: String?
            if let text = assignment.value {
                let resolved = DotEnvInterpolation.resolve(text, limit: left) { name in
                    if let index = known[Array(name.utf8)] { return .some(values[index].value ?? "") }
                    return environment(name)
                }
                guard let resolved else {
                    throw SettingFileError(
                        message:
                            "with its variables replaced, \(assignment.name) is longer than the \(DotEnvFile.limit) characters that all values may have",
                        line: assignment.line, column: 1)
                }
                left -= resolved.unicodeScalars.count
                value = resolved
            }
            let name = Array(assignment.name.utf8)
            let resolved = Assignment(name: assignment.name, value: value, line: assignment.line)
            if let index = known[name] {
                values[index] = resolved
            } else {
                known[name] = values.count
                values.append(resolved)
            }
        }
        return values
    }
}
