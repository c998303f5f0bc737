/// A value that is made when it is first asked for, and once.
package final class Once<Value> {
    private let make: () -> Value
    private var made: Value?

    package init(_ make: @escaping () -> Value) { self.make = make }

    package var value: Value {
        if let made { return made }
        let value = make()
        made = value
        return value
    }
}
