import HostPlatform

#if canImport(Glibc)
    import CGlibc
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ProcessContext {
    /// The context of the running process.
    ///
    /// Ignores SIGPIPE and SIGXFSZ from then on, so that a reader who went away and a limit on the size of files are errors of
    /// `write`.
    ///
    /// - Parameters:
    ///   - arguments: `argv`, the program's name first, ended by nil.
    ///   - environment: `environ`, ended by nil.
    package static func ofProcess(
        arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
        environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> ProcessContext {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        keepFreedMemory()
        occupyStandardDescriptors()
        var texts: [String] = []
        var undecodable: Int?
        for (position, bytes) in cStrings(arguments).enumerated().dropFirst() {
            let text = String(decoding: bytes, as: UTF8.self)
            if undecodable == nil, !text.utf8.elementsEqual(bytes) { undecodable = position }
            texts.append(text)
        }
        var variables: [UInt8] = []
        var next = environment
        while let assignment = next?.pointee {
            // With the zero byte that ends it.
            variables += UnsafeRawBufferPointer(start: assignment, count: strlen(assignment) + 1)
            next? += 1
        }
        return ProcessContext(
            arguments: texts, environment: Environment(assignments: variables), standardInput: .fileDescriptor(0),
            standardOutput: .fileDescriptor(1), standardError: .fileDescriptor(2),
            workingDirectory: currentDirectory() ?? "/", launcher: .system(environment: environment),
            undecodableArgument: undecodable)
    }

    /// Whether something has that name in the working directory (`access`).
    func hasFile(named name: String) -> Bool { access("\(workingDirectory)/\(name)", F_OK) == 0 }

    /// Has the allocator use freed memory again rather than give it back (`mallopt`): a page that is touched for the first
    /// time costs more than what is done in it, and the program ends in a moment.
    private static func keepFreedMemory() {
        #if canImport(Glibc)
            _ = mallopt(M_MMAP_THRESHOLD, 1 << 26)
            _ = mallopt(M_TRIM_THRESHOLD, 1 << 28)
        #endif
    }

    /// Opens what the caller closed of the three standard descriptors (`fcntl`, `open`): else the next file to be opened
    /// would get the number, and output would be written into it.
    private static func occupyStandardDescriptors() {
        // Standard input is opened so that reading it fails, and output so that writing fails: a file that is not there is
        // not empty, and a result that nobody gets is an error.
        for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_WRONLY)] {
            guard fcntl(descriptor, F_GETFD) == -1, errno == EBADF else { continue }
            _ = open("/dev/null", mode)
        }
    }

    private static func cStrings(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        var next = list
        while let text = next.pointee {
            texts.append(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
            next += 1
        }
        return texts
    }

    private static func currentDirectory() -> String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}

extension InputStream {
    /// Reads a file descriptor (`read`), again when a signal interrupts it.
    static func fileDescriptor(_ descriptor: Int32) -> InputStream {
        let isTerminal = isatty(descriptor) == 1
        var hiddenLine: (@Sendable (() -> Bool) throws(StreamError) -> [UInt8]?)?
        var answerLine: (@Sendable (() -> Void) throws(StreamError) -> [UInt8]?)?
        if isTerminal {
            answerLine = { (ask) throws(StreamError) in try TerminalLine.read(descriptor, ask) }
            hiddenLine = { (ask) throws(StreamError) in try TerminalLine.readHidden(descriptor, ask) }
        }
        return InputStream(isTerminal: isTerminal, answerLine: answerLine, hiddenLine: hiddenLine) {
            (count) throws(StreamError) in
            while true {
                var received = 0
                let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                    received = read(descriptor, buffer.baseAddress, count)
                    initialized = max(received, 0)
                }
                if received >= 0 { return bytes }
                if errno != EINTR { throw .ofErrno() }
            }
        }
    }
}

extension OutputStream {
    /// Writes to a file descriptor (`write`) until all is written.
    static func fileDescriptor(_ descriptor: Int32) -> OutputStream {
        OutputStream(terminalWidth: isatty(descriptor) == 1 ? width(descriptor) : nil) { (bytes) throws(StreamError) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = writeSome(rest, to: descriptor)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if count == 0 || errno != EINTR {
                    throw .ofErrno()
                }
            }
        }
    }

    private static func width(_ descriptor: Int32) -> Int {
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return known ? Int(size.ws_col) : 80
    }
}

extension StreamError {
    /// The last failure of a system call (`errno`, `strerror`).
    static func ofErrno() -> StreamError {
        let number = errno
        let reason =
            number == EBADF ? "it is closed" : strerror(number).map { String(cString: $0) } ?? "error \(number)"
        return StreamError(reason, isBrokenPipe: number == EPIPE)
    }
}

/// Writes as many of the bytes as the system takes at once (`write`).
private func writeSome(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
    bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}
