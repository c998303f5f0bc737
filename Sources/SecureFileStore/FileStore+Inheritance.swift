/// What a replacement takes over from the file it replaces.
extension FileStore {
    /// POSIX access lists are extended attributes on Linux.
    private static let accessList = "system.posix_acl_access"

    /// Gives a new file the owner, attributes and mode of the old one; a secret is 0600 and has no access list.
    ///
    /// The owner must be kept. A group that this user may not give is lost, and then it gets no rights that everyone
    /// does not have. A new file that root makes in another user's directory belongs to that user.
    ///
    /// - Returns: warnings.
    /// - Throws: `permission` where the owner cannot be kept, and `Errno`.
    func inherit(
        from before: FileSnapshot, policy: FilePolicy, to descriptor: FileDescriptor, in directory: FileDescriptor
    ) throws -> [String] {
        guard let old = before.status else {
            if let owner = try owner(ofNewFileIn: directory) {
                try calls.setOwner(descriptor, user: owner.user, group: owner.group)
            }
            let mode = policy == .secret ? .secretFile : FileMode.ofNewFile(mask: calls.fileModeMask())
            try give(mode, to: descriptor, policy: policy, path: before.path)
            return []
        }
        let isGroupKept = try keepOwner(of: before, old, for: descriptor)
        let secret = policy == .secret
        let attributes = before.attributes.filter { !secret || $0.name != Self.accessList }
        try keep(attributes, for: descriptor)
        // Last: a change of owner or of the access list changes the mode as well.
        let mode = isGroupKept ? old.mode : old.mode.withoutGroup
        try give(secret ? .secretFile : mode, to: descriptor, policy: policy, path: before.path)
        return isGroupKept ? [] : ["\(before.path) belonged to group \(old.group), which could not be kept"]
    }

    /// Sets a mode; a file system that keeps none (FAT, some network file systems) is good enough for an ordinary file.
    private func give(_ mode: FileMode, to descriptor: FileDescriptor, policy: FilePolicy, path: String) throws {
        do {
            try calls.setMode(descriptor, mode)
        } catch {
            // It was created as 0600: one that shows another mode is on such a file system.
            guard error.isPermission || error == .notSupported, try calls.status(of: descriptor).mode != .secretFile
            else { throw error }
            guard policy == .ordinary else {
                throw FileError(
                    .permission, "cannot write \(path): its file system does not keep modes", path: path,
                    hint: "others could read it there; choose a place on another file system", errno: error)
            }
        }
    }

    /// Whether the group was kept, too.
    private func keepOwner(of before: FileSnapshot, _ old: FileStatus, for descriptor: FileDescriptor) throws -> Bool {
        let new = try calls.status(of: descriptor)
        guard new.user != old.user || new.group != old.group else { return true }
        do {
            try calls.setOwner(descriptor, user: new.user == old.user ? nil : old.user, group: old.group)
            return true
        } catch {
            guard error.isPermission || error == .invalid else { throw error }
            guard new.user == old.user else {
                throw FileError(
                    .permission, "cannot write \(before.path): it would not keep its owner, user ID \(old.user)",
                    path: before.path, hint: "run this as that user, or make the file yours", errno: error)
            }
            return false
        }
    }

    /// The extended attributes of a file, as far as it tells them.
    func attributes(of descriptor: FileDescriptor) throws(Errno) -> [ExtendedAttribute] {
        let names = try available { () throws(Errno) in try calls.attributeNames(descriptor) } ?? []
        var attributes: [ExtendedAttribute] = []
        for name in names {
            guard let value = try available({ () throws(Errno) in try calls.attribute(descriptor, name) }) else {
                continue
            }
            attributes.append(ExtendedAttribute(name: name, value: value))
        }
        return attributes
    }

    /// Gives a new file these attributes, and takes away others that it got from its directory.
    private func keep(_ attributes: [ExtendedAttribute], for descriptor: FileDescriptor) throws(Errno) {
        let present = try self.attributes(of: descriptor)
        for attribute in attributes where !present.contains(attribute) {
            _ = try available { () throws(Errno) in
                try calls.setAttribute(descriptor, attribute.name, attribute.value)
            }
        }
        for attribute in present where !attributes.contains(where: { $0.name == attribute.name }) {
            _ = try available { () throws(Errno) in try calls.removeAttribute(descriptor, attribute.name) }
        }
    }

    /// The result of a call about extended attributes, or nil where they may not be had or set: labels that only the
    /// system may set, and file systems without attributes, are no reason to fail.
    private func available<Result>(_ call: () throws(Errno) -> Result) throws(Errno) -> Result? {
        do {
            return try call()
        } catch {
            guard error.isUnavailableAttribute else { throw error }
            return nil
        }
    }
}

extension FileMode {
    /// The mode for a file whose group was lost: the new group may do what everyone may.
    var withoutGroup: FileMode {
        let everyone = (rawValue & 0o007) << 3
        return FileMode(rawValue: rawValue & ~0o2070 | rawValue & 0o070 & everyone)
    }
}

extension Errno {
    fileprivate var isUnavailableAttribute: Bool {
        isPermission || self == .notSupported || self == .operationNotSupported || self == .noSystemCall
            || self == .noAttribute || self == .noData
    }
}
