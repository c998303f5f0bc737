import SecureFileStore
import Testing

@testable import CondaCredentials

/// The directory as conda reads it: nothing trimmed, one unreadable file enough to give up.
@Suite struct CondaTokenListingTests {
    private let scratch: TokenScratch
    private var directory: String { scratch.condaTokens.path }

    init() throws { scratch = try TokenScratch() }

    private func listing(_ files: [String: String]) throws -> CondaTokenListing {
        for (name, text) in files { try scratch.write(Array(text.utf8), to: directory + "/" + name) }
        return try CondaTokenListing(directory: directory, files: FileStore())
    }

    private func token(_ listing: CondaTokenListing, _ url: String) -> String? {
        listing.first(startOf: url)?.token.withRevealed { $0 }
    }

    @Test(
        arguments: [
            ("https://h/repo/x", "one"), ("https://h/repo", nil), ("https://h/repo/", "one"), ("https://H/repo/x", nil),
            ("http://h/repo/x", nil), ("https://h:443/repo/x", nil), ("https://conda.anaconda.org/x", "two\n"),
            ("https://api.anaconda.org/x", "two\n"), ("https://conda.anaconda.orgs/x", "two\n"),
        ] as [(String, String?)])
    func `a URL is served by characters, its first api read as conda`(url: String, expected: String?) throws {
        let listing = try listing([
            "https%3A%2F%2Fh%2Frepo%2F.token": "one", "https%3A%2F%2Fapi.anaconda.org.token": "two\n",
            "notes.txt": "no",
        ])
        #expect(token(listing, url) == expected)
        #expect(listing.count == 2)
    }

    @Test func `a file named like the ending alone serves every URL`() throws {
        let listing = try listing([".token": "all"])
        #expect(token(listing, "ftp://anything") == "all")
    }

    @Test func `one file that cannot be read costs the whole directory`() throws {
        _ = try listing(["https%3A%2F%2Fh.token": "one"])
        try scratch.write([0xFF], to: directory + "/b.token")
        let error = #expect(throws: CondaTokenListing.Unreadable.self) {
            try CondaTokenListing(directory: directory, files: FileStore())
        }
        #expect(error?.path == directory + "/b.token" && error?.reason.contains("UTF-8") == true)
    }

    @Test func `a directory in the place of a file costs it, too, and no directory at all is an empty one`() throws {
        #expect(try CondaTokenListing(directory: directory, files: FileStore()).count == 0)
        try scratch.write([], to: directory + "/b.token/f")
        #expect(throws: CondaTokenListing.Unreadable.self) {
            try CondaTokenListing(directory: directory, files: FileStore())
        }
    }

    @Test func `files that would be added serve where the directory would list them, and replace none`() throws {
        let present = try listing(["https%3A%2F%2Fh%2Frepo%2F.token": "one"])
        let more = [(url: "https://h/", token: Secret("new")), (url: "https://h/repo/", token: Secret("other"))]
        #expect(token(present.adding(more, first: true), "https://h/repo/x") == "new")
        #expect(token(present.adding(more, first: false), "https://h/repo/x") == "one")
        #expect(token(present.adding(more, first: false), "https://h/x") == "new")
        #expect(token(present, "https://h/x") == nil)
    }
}
