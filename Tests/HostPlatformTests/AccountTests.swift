import HostPlatform
import Testing

struct AccountTests {
    static let database = """
        root:x:0:0:root:/root:/bin/sh
        # a comment
        short:x:7
        nohome:x:1000:1000:::/bin/sh
        alice:x:1000:1000:Alice,,,:/home/alice:/bin/bash
        """

    @Test func `lines that are no accounts are passed over`() {
        #expect(Account.all(in: "::::::\n\nx\n").isEmpty)
        #expect(Account.all(in: Self.database).first { $0.name == "root" }?.home == "/root")
    }
}
