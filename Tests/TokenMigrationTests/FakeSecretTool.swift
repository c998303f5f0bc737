import Synchronization

@testable import CondaCredentials
@testable import SecureFileStore

/// A `secret-tool` in memory, of which one call can be made to go wrong.
final class FakeSecretTool: Sendable {
    enum Fault: Sendable, CaseIterable {
        /// It ends before it does anything, and says that the keyring is locked.
        case refusing
        /// It does nothing, and does not end.
        case hanging
        /// It does what it is to do, and does not end.
        case hangingAfter
        /// It stores nothing of its input, and says nothing, as the real one does whose writer dies.
        case emptying
    }

    private struct State {
        var items: [String: [UInt8]] = [:]
        var calls = 0
        var fault: (Fault, at: Int)?
    }

    private let state = Mutex(State())

    /// Payloads by domain.
    var items: [String: [UInt8]] { state.withLock { $0.items } }

    /// Lets the call of that number, from 0, go wrong; nil for none.
    func fail(_ fault: Fault?, at number: Int = 0) {
        state.withLock {
            $0.fault = fault.map { ($0, at: number) }
            $0.calls = 0
        }
    }

    var store: SystemKeyringStore {
        SystemKeyringStore(
            SecretServiceKeyring(
                program: ServiceProgram(
                    name: "secret-tool", path: "/made-up", hint: "install it", environment: [:],
                    runner: ProgramRunner { (call, _, _) throws(ProgramRunner.Failure) in try self.answer(call) },
                    deadline: 5000)))
    }

    private func answer(_ call: ProgramRunner.Call) throws(ProgramRunner.Failure) -> ProgramRunner.Answer {
        try state.withLock { (state) throws(ProgramRunner.Failure) in
            defer { state.calls += 1 }
            let fault = state.fault.flatMap { $0.at == state.calls ? $0.0 : nil }
            switch fault {
            case .refusing:
                return ProgramRunner.Answer(
                    status: 1, errors: Array("secret-tool: Cannot use a locked collection\n".utf8))
            case .hanging: throw .timedOut
            default: break
            }
            let answer = FakeSecretTool.run(call, fault == .emptying ? [] : call.input, &state.items)
            if fault == .hangingAfter { throw .timedOut }
            return answer
        }
    }

    private static func run(
        _ call: ProgramRunner.Call, _ input: [UInt8], _ items: inout [String: [UInt8]]
    ) -> ProgramRunner.Answer {
        let arguments = call.arguments
        let domain = arguments.firstIndex(of: "username").map { arguments[$0 + 1] } ?? ""
        switch arguments.first {
        case "search":
            let lines = items.keys.sorted().map { "attribute.username = \($0)\n" }.joined()
            return ProgramRunner.Answer(status: 0, errors: Array(lines.utf8))
        case "lookup":
            return items[domain].map { ProgramRunner.Answer(status: 0, output: $0) } ?? ProgramRunner.Answer(status: 1)
        case "store":
            items[domain] = input
            return ProgramRunner.Answer(status: 0)
        case "clear": return ProgramRunner.Answer(status: items.removeValue(forKey: domain) == nil ? 1 : 0)
        default: return ProgramRunner.Answer(status: 2)
        }
    }
}
