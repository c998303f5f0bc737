import HostPlatform
import Testing

struct AccountTests {
    @Test func `lines that are no accounts are passed over`() {
        #expect(Account.all(in: "::::::\n\nx\n").isEmpty)
        #expect(Account.all(in: madeUpAccounts).first { $0.name == "root" }?.home == "/root")
    }
}
