import Foundation
import LosslessYAML

// Gives one key of any YAML file on standard input a value; the rest of the text stays as it is.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: set-yaml KEY VALUE")
    exit(2)
}
do {
    let document = try YAMLDocument([UInt8](FileHandle.standardInput.readDataToEndOfFile()))
    let change = try document.setting(.string(arguments[2]), at: [.key(arguments[1])])
    FileHandle.standardOutput.write(Data(change.document.bytes))
} catch {
    print("\(error.location.map { "\($0.line):\($0.column): " } ?? "")\(error.message)")
    exit(3)
}
