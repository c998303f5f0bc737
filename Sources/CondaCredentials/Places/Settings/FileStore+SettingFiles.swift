package import SecureFileStore

extension FileStore {
    /// How the rules about places read files.
    package var settingFiles: SettingFiles {
        SettingFiles(
            read: { path in
                do throws(FileError) {
                    let snapshot = try snapshot(path, limit: SizeLimit.settings)
                    return snapshot.exists ? .bytes(snapshot.bytes) : .missing
                } catch {
                    // What is no file at all is passed over by every program that reads these.
                    return error.code == .notFound || error.code == .notARegularFile ? .missing : .failed(error.message)
                }
            },
            names: { (try? list($0)) ?? [] })
    }
}
