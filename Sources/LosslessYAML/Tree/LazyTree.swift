import Synchronization

/// A tree that is made when it is first asked for: most edited documents are only written.
final class LazyTree: Sendable {
    private enum State {
        case made(Tree)
        case pending(@Sendable () -> Tree)
    }

    private let state: Mutex<State>

    init(_ tree: Tree) { state = Mutex(.made(tree)) }
    init(_ make: @escaping @Sendable () -> Tree) { state = Mutex(.pending(make)) }

    var tree: Tree {
        state.withLock { state in
            switch state {
            case .made(let tree): return tree
            case .pending(let make):
                let tree = make()
                state = .made(tree)
                return tree
            }
        }
    }
}
