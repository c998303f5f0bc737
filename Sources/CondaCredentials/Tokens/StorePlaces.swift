/// A path and the setting that decided it.
package struct StorePlace: Sendable, Equatable {
    package let path: String
    /// The variable, file and key, or `default`.
    package let decidedBy: String

    package init(path: String, decidedBy: String) {
        self.path = path
        self.decidedBy = decidedBy
    }
}

/// Where both stores are on one platform.
package struct StorePlaces: Sendable, Equatable {
    package var keyring: StorePlace
    package var condaTokens: StorePlace
    /// Directories where other versions and clients keep conda-token files.
    package var otherTokenDirectories: [StorePlace]

    package init(keyring: StorePlace, condaTokens: StorePlace, otherTokenDirectories: [StorePlace] = []) {
        self.keyring = keyring
        self.condaTokens = condaTokens
        self.otherTokenDirectories = otherTokenDirectories
    }
}
