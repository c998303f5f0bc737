import CondaURL
import Testing

@Suite struct URLPartsTests {
    @Test(
        arguments: [
            ("https://h:8080/c", nil), ("https://h:/c", nil), ("https://h:65535", nil), ("https://h:65536", .port),
            ("https://h:x/c", .port), ("https://h:-1/c", .port), ("https://h: 1/c", .port), ("h:80/c", nil),
            ("https://[::1]:80/c", nil), ("https://[::1/c", .bracket), ("https://::1]/c", .bracket),
            ("https://[h]/c", .bracket), ("https://[1.2.3.4]/c", .bracket), ("https://[::ffff:1.2.3.4]/c", nil),
            ("https://[1:2:3:4:5:6:7:8]/c", nil), ("https://[1:2:3:4:5:6:7]/c", .bracket),
            ("https://[fe80::1%eth0]/c", nil),
            ("https://[v1.x]/c", nil), ("https://[v.x]/c", .bracket), ("https://[:::1]/c", .bracket),
            ("https://[1::2::3]/c", .bracket), ("https://[12345::]/c", .bracket), ("https://[::]/c", nil),
            ("https://h/c:x", nil), ("https://h/[c", nil),
        ] as [(String, URLParts.Problem?)])
    func `a port or bracket that Python refuses is a problem`(_ text: String, _ problem: URLParts.Problem?) {
        #expect(URLParts(text).problem == problem)
    }

    @Test func `a port is a number, and zero is none`() {
        #expect(URLParts("https://h:080/c").port == "80")
        #expect(URLParts("https://h:0/c").port == nil)
    }
}
