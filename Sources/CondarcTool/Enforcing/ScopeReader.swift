import CommandLineKit
import CondaSession
import Condarc
import HostPlatform
import SecureFileStore

/// Reads the scopes that the options of `enforce` name.
struct ScopeReader {
    let session: Session
    let root: String?

    /// A home and whether files may be made in it.
    struct Home: Sendable {
        let path: String
        let mayCreate: Bool
    }

    /// A scope, or why it could not be read.
    enum Reading: Sendable {
        /// With the directory that links may not lead out of.
        case scope(PolicyScope, boundary: String? = nil)
        case unreadable(PolicyViolation)
    }

    /// Every directory of the password database that exists, once.
    ///
    /// In one that belongs to another account than it names (`/bin`, `/dev`), of a service that nobody logs in to, files are
    /// looked at and none is made.
    ///
    /// Throws `io` where the database cannot be read.
    func allHomes() throws(CommandError) -> [Home] {
        let database = try userDatabase()
        var homes: [Home] = []
        var places: [String: Int] = [:]
        for account in Account.all(in: String(decoding: database, as: UTF8.self)) {
            // A home that is not said in full would be one below wherever this runs.
            guard session.host.platform.isAbsolute(account.home) else { continue }
            let path = session.host.platform.normalized(session.host.absolute(account.home))
            let found: FileMetadata?
            do throws(FileError) { found = try session.files.metadata(path) } catch { found = nil }
            guard let found, found.kind == .directory else { continue }
            let mayCreate = account.canLogIn || found.user == account.userID
            if let place = places[path] {
                homes[place] = Home(path: path, mayCreate: homes[place].mayCreate || mayCreate)
            } else {
                places[path] = homes.count
                homes.append(Home(path: path, mayCreate: mayCreate))
            }
        }
        return homes
    }

    private func userDatabase() throws(CommandError) -> [UInt8] {
        let path = "/etc/passwd"
        let problem: String
        do throws(FileError) {
            let database = try session.files.input(path, limit: SizeLimit.userDatabase)
            if database.exists { return database.bytes }
            problem = "there is no \(path)"
        } catch { problem = error.message }
        throw CommandError(
            .io, "\(problem), so which homes there are is not known", path: path, hint: "name them with --home DIR")
    }

    /// All that the running user's conda reads.
    func searchPath() -> PolicyScope {
        let host = session.host
        let target = host.inHome(".condarc")
        let system = root.map { host.join($0, ".condarc") }
        var members = members(
            SearchPath(host: host, root: root), host, targets: [target, system].compactMap { $0 }, boundary: nil)
        members.append(PolicyScope.Member(source: .environment(host), isEditable: false))
        return PolicyScope(
            .searchPath, host: host, facts: session.facts(root: root), members: members, target: target,
            pinTarget: system ?? target)
    }

    /// The files of the system alone, to be changed or, below those of a home, to be known.
    ///
    /// - Parameter isAboveHomes: whether homes are held to the policy, too: then these have what is required, and where no
    ///   base installation is known none has to be written here.
    func system(isEditable: Bool, isAboveHomes: Bool) -> PolicyScope {
        let target = root.map { session.host.join($0, ".condarc") }
        let path = SearchPath(host: session.host, root: root).only(.system)
        let members = members(
            path, session.host, targets: isEditable ? [target].compactMap { $0 } : [], boundary: nil,
            isEditable: isEditable)
        return PolicyScope(
            target == nil && isAboveHomes ? .environment : .system, host: session.host,
            facts: session.facts(root: root), members: members, target: target, pinTarget: target)
    }

    /// - Parameter system: the system's files as they are, or as the policy leaves them.
    func home(_ home: Home, above system: PolicyScope) -> Reading {
        let host = Host(
            platform: session.host.platform, environment: Environment([:]), home: home.path,
            currentDirectory: session.host.currentDirectory, homeOfUser: session.host.homeOfUser)
        let target = host.join(home.path, ".condarc")
        // A link that leads round in circles hides nothing else: it is told where it is read.
        if let error = obstacle(to: home.path), error.code != .loop {
            return unreadable(home.path, error, home: home.path)
        }
        let user = session.files.effectiveUser
        let owner = ((try? session.files.metadata(home.path)) ?? nil)?.user ?? user
        let boundary = user == 0 || user != owner ? home.path : nil
        let members = members(
            SearchPath(host: host, root: nil).only(.user), host,
            targets: home.mayCreate ? [target] : [], boundary: boundary)
        let mayWrite = home.mayCreate || members.contains { $0.source.name == target }
        return .scope(
            // Where no file may be made, as in `/bin`, those that are there need not set anything.
            PolicyScope(
                mayWrite ? .home : .environment, home: home.path, host: host, facts: system.facts,
                members: system.members.map { PolicyScope.Member(source: $0.source, isEditable: false) } + members,
                target: mayWrite ? target : nil, pinTarget: mayWrite ? target : nil), boundary: boundary)
    }

    /// Why what is in a directory cannot be looked at; nil where it can.
    private func obstacle(to directory: String) -> FileError? {
        do throws(FileError) {
            guard try session.files.metadata(directory)?.kind == .directory else {
                return FileError(
                    .notFound, "there is no directory \(directory)", path: directory,
                    hint: homeOfAccount(called: directory).map { "it takes a directory: --home \($0)" }
                        ?? session.hint(forMissing: directory) ?? "name one that is there")
            }
            // One that cannot be searched hides what is in it.
            _ = try session.files.metadata(session.host.join(directory, ".condarc"))
            return nil
        } catch { return error }
    }

    /// The home of who is named in place of a directory, as a path from where the program runs.
    private func homeOfAccount(called path: String) -> String? {
        let name = session.host.platform.baseName(of: path)
        return session.host.absolute(name) == path ? session.host.homeOfUser(name) : nil
    }

    private func unreadable(_ directory: String, _ error: FileError, home: String? = nil) -> Reading {
        .unreadable(
            PolicyViolation(.unreadable, home: home, path: directory, message: error.message, hint: error.hint))
    }

    func environment(_ directory: String, above system: PolicyScope) -> Reading {
        if let error = obstacle(to: directory) { return unreadable(directory, error) }
        let path = SearchPath(host: session.host, root: nil, prefix: directory).only(.environment)
        let members = members(path, session.host, targets: [], boundary: nil)
        return .scope(
            PolicyScope(
                .environment, host: session.host, facts: system.facts,
                members: system.members.map { PolicyScope.Member(source: $0.source, isEditable: false) } + members,
                target: nil, pinTarget: nil))
    }

    private func members(
        _ path: SearchPath, _ host: Host, targets: [String], boundary: String?, isEditable: Bool = true
    ) -> [PolicyScope.Member] {
        let files = ScopeFiles(session: session, targets: targets, boundary: boundary)
        var members: [PolicyScope.Member] = []
        // Of a directory that may not be entered, what would be in it is not told one by one.
        var closed: Set<String> = []
        let found = path.found(in: files, host: host)
        for name in found.files + found.passedOver {
            do throws(CondarcError) {
                let snapshot = try files.snapshot(host.absolute(name))
                members.append(
                    PolicyScope.Member(
                        source: SourceReader.source(path: name, bytes: snapshot.bytes), bytes: snapshot.bytes,
                        exists: snapshot.exists, isEditable: isEditable))
            } catch {
                guard closed.insert(host.platform.parent(of: name)).inserted else { continue }
                members.append(
                    PolicyScope.Member(
                        source: Source(.file(path: name), failure: error), exists: false, isEditable: isEditable))
            }
        }
        return members
    }
}
