/// Finds secrets in text by their shape, in one pass: tokens, user names, passwords and queries of URLs, JSON web tokens,
/// and tokens that stand alone.
///
/// A placeholder is none, and what holds one is a doubtful one. It rather finds one too many than one too few.
package struct SecretScanner {
    /// What a text is.
    package enum Extent: Sendable {
        /// Lines of a file or message, in which quotes and blanks may end a URL.
        case lines
        /// One value, all of which is one URL if it looks like one.
        case value
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let extent: Extent
    /// Where each byte stood before others were taken out; empty where none were.
    var origins: [Int] = []

    /// The secrets of a text, ascending and disjoint.
    package static func secrets(in text: some Collection<UInt8>, as extent: Extent = .lines) -> [SecretSpan] {
        text.withContiguousStorageIfAvailable { SecretScanner(bytes: $0, extent: extent).secrets() }
            ?? Array(text).withUnsafeBufferPointer { SecretScanner(bytes: $0, extent: extent).secrets() }
    }

    /// The secrets of a value that has a name: all of it, where the name says so.
    ///
    /// - Parameter name: a key such as `password`; nil for a value that has none.
    package static func secrets(inValue text: some Collection<UInt8>, named name: String?) -> [SecretSpan] {
        if let name, SecretName.isKey(name.utf8), isNamedSecret(Array(text)) {
            return [SecretSpan(kind: .named, range: 0..<text.count, place: .text)]
        }
        return secrets(in: text, as: .value)
    }

    /// Whether a text may hold secrets that no name says to be such, as in URLs: told by one pass, without finding them.
    package static func mayHoldSecret(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { SecretScanner(bytes: $0, extent: .value).hasMark }
    }

    /// Whether a name says that what it names is a secret.
    package static func isSecretName(_ name: String) -> Bool { SecretName.isKey(name.utf8) }

    /// Whether a name that stands for itself is rather a token.
    package static func isToken(_ name: String) -> Bool { Authority.isToken(name.utf8) }

    private func secrets() -> [SecretSpan] {
        let hasControls = extent == .value && bytes.contains { $0 < 0x20 }
        return withNamedSecrets(hasControls ? secretsBeyondControls() : hasMark ? unnamedSecrets() : [])
    }

    /// Whether there is anything in the text that every unnamed secret has: in most there is not, and so they are done with
    /// in one pass.
    var hasMark: Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isMark =
                switch byte {
                case "@", "=", "%", "\\", 0xEF: true
                case "/":
                    index + 1 < bytes.count && bytes[index + 1] >= 0x80
                        || isFollowed(index, by: UInt8(ascii: "t"), UInt8(ascii: "/"))
                        || isFollowed(index, by: UInt8(ascii: "T"), UInt8(ascii: "/"))
                        || index > 0 && bytes[index - 1] != UInt8(ascii: ":")
                            && isFollowed(index, by: UInt8(ascii: "/"))
                case "t":
                    isFollowed(index, by: UInt8(ascii: "/")) && (index == 0 || !bytes[index - 1].isOfName)
                case "e": isFollowed(index, by: UInt8(ascii: "y"), UInt8(ascii: "J"))
                case "-":
                    mayEndPrefix(index) || userOptionEnd(from: index) != nil || privateKey(at: index) != nil
                case "_": mayEndPrefix(index)
                case "A", "d", "h": mayBeginToken(index)
                case 0x20, 0x09: schemeEnd(before: index)
                default: false
                }
            if isMark { return true }
            index += 1
        }
        return false
    }

    private func isFollowed(_ index: Int, by next: UInt8, _ second: UInt8? = nil) -> Bool {
        index + 2 < bytes.count && bytes[index + 1] == next && (second == nil || bytes[index + 2] == second)
    }

    /// Those of a value with line breaks and other controls in it, which readers of URLs leave out.
    private func secretsBeyondControls() -> [SecretSpan] {
        let kept = bytes.indices.filter { bytes[$0] >= 0x20 }
        let plain = kept.map { bytes[$0] }
        func range(_ range: Range<Int>) -> Range<Int> { kept[range.lowerBound]..<(kept[range.upperBound - 1] + 1) }
        let secrets = plain.withUnsafeBufferPointer {
            SecretScanner(bytes: $0, extent: .value, origins: kept).unnamedSecrets()
        }
        return secrets.map { secret in
            let place: SecretSpan.Place =
                switch secret.place {
                case .url(let start): .url(start: kept[start])
                case .address(let start): .address(start: kept[start])
                case .text: .text
                }
            return SecretSpan(
                kind: secret.kind, range: range(secret.range), place: place, isDoubtful: secret.isDoubtful)
        }
    }

    /// Whether a placeholder stands there. One that goes over what was taken out is none.
    func isPlaceholder(_ range: Range<Int>) -> Bool {
        (origins.isEmpty || origins[range.upperBound - 1] - origins[range.lowerBound] == range.count - 1)
            && Placeholder.stands(in: bytes[range])
    }

    /// People choose passwords, so that there nothing is doubtful.
    private func isDoubtful(_ kind: SecretSpan.Kind, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        switch kind {
        case .token: Placeholder.isInToken(text)
        case .query: Placeholder.isTokenWord(text)
        case .password, .user, .bare, .named, .privateKey: false
        }
    }

    func unnamedSecrets() -> [SecretSpan] {
        if extent == .value, let password = passwordOfWholeValue() {
            return [SecretSpan(kind: .password, range: password, place: .address(start: 0))]
        }
        var found: [SecretSpan] = []
        var start = 0
        var end = 0
        while end <= bytes.count {
            if end == bytes.count || bytes[end] <= 0x20 || bytes[end] == 0x7F {
                if end - start > 1 {
                    // A URL may go on behind a blank, and has then taken more than the word; an option's value stands there.
                    var taken = addSecrets(ofWord: start..<end, to: &found)
                    if taken <= end, end < bytes.count, schemeEnd(before: end), let token = tokenBehindBlank(at: end) {
                        found.append(SecretSpan(kind: .bare, range: token, place: .text))
                        taken = token.upperBound
                    }
                    if taken > end {
                        start = taken
                        end = taken
                        continue
                    }
                }
                start = end + 1
            }
            end += 1
        }
        return found
    }

    /// - Returns: the offset up to which the text is done with.
    private func addSecrets(ofWord word: Range<Int>, to found: inout [SecretSpan]) -> Int {
        if let password = passwordOfUserOption(in: word) {
            found.append(SecretSpan(kind: .password, range: password, place: .text))
            return max(word.upperBound, password.upperBound)
        }
        guard word.count > 3, mayHoldSecret(word) else { return word.upperBound }
        if let dash = bytes[word].firstIndex(of: UInt8(ascii: "-")), let key = privateKey(at: dash) {
            found.append(SecretSpan(kind: .privateKey, range: key, place: .address(start: dash)))
            return key.upperBound
        }
        var position = word.lowerBound
        var isFilePath = isFilePath(word)
        var place: SecretSpan.Place = isFilePath ? .text : .address(start: word.lowerBound)
        /// Returns where to go on: in a placeholder, which is no secret, another one may stand.
        @discardableResult
        func add(_ kind: SecretSpan.Kind, _ range: Range<Int>, to found: inout [SecretSpan]) -> Int {
            // What was hidden before stays as it is.
            guard !range.isEmpty, !isPlaceholder(range) else { return position + 1 }
            found.append(
                SecretSpan(
                    kind: kind, range: range, place: kind == .bare ? .text : place,
                    isDoubtful: isDoubtful(kind, bytes[range])))
            return max(range.upperBound, position + 1)
        }
        if let password = passwordWithoutScheme(in: word) {
            place = .address(start: start(ofAddressBefore: password.lowerBound, in: word))
            add(.password, password, to: &found)
            if found.last?.range == password { position = password.upperBound }
        }
        while position < word.upperBound {
            switch bytes[position] {
            case "/":
                if has("//", at: position, in: word) {
                    let begin = schemeStart(before: position, in: word)
                    place = begin < position ? .url(start: begin) : .address(start: position)
                    isFilePath = has("file:", at: begin, in: word)
                    var start = position + 2
                    if begin < position, !isFilePath { while has("/", at: start, in: word) { start += 1 } }
                    let authority = Authority(from: start, in: self)
                    let known = found.count
                    if let user = authority.userToken { add(.user, user, to: &found) }
                    if let password = authority.password { add(.password, password, to: &found) }
                    // Behind two slashes in a path may be what conda leaves of `//t//TOKEN`.
                    let token =
                        tokenAtStart(start, in: word)
                        ?? (begin == position && position > word.lowerBound ? likeToken(at: start, in: word) : nil)
                    if found.count > known {
                        position = authority.end
                    } else if let token {
                        add(.token, token, to: &found)
                        position = token.upperBound
                    } else {
                        // The last slash may be the first one of `/t/`; a host may be called `t`, too.
                        position = begin < position && start == position + 2 ? start : start - 1
                    }
                    if position > word.upperBound { return position }
                } else if let token = tokenInPath(at: position, in: word, isFilePath: isFilePath) {
                    position = add(.token, token, to: &found)
                } else if case .url = place, !isFilePath, let password = passwordInPath(at: position + 1, in: word) {
                    position = add(.password, password, to: &found)
                } else {
                    position += 1
                }
            case "%", "\\", 0xEF:
                if let start = behindEncodedScheme(at: position),
                    let password = Authority(from: start, in: self).password
                {
                    position = add(.password, password, to: &found)
                } else if let token = tokenInPath(at: position, in: word, isFilePath: isFilePath) {
                    position = add(.token, token, to: &found)
                } else {
                    position += 1
                }
            case "?", "&", "#", ";":
                if let value = queryValue(at: position, in: word) {
                    position = add(.query, value, to: &found)
                } else {
                    position += 1
                }
            default:
                if isValueStart(position, in: word), let token = tokenAtStart(position, in: word) {
                    position = add(.token, token, to: &found)
                } else if let bare = bareToken(at: position, in: word) {
                    position = add(.bare, bare, to: &found)
                } else {
                    position += 1
                }
            }
        }
        return max(position, word.upperBound)
    }

    /// Every secret begins in a word that has one of these; it may go on in the next.
    private func mayHoldSecret(_ word: Range<Int>) -> Bool {
        word.contains { index in
            switch bytes[index] {
            case "/", "@", "-", ".", "=", "_", "%", "\\", 0xEF:
                true
            case "A", "d": mayBeginToken(index)
            default: false
            }
        }
    }

    /// `/home/t/project`, `~/t/x`: there, `/t/` is more often a directory than the way to a token.
    private func isFilePath(_ word: Range<Int>) -> Bool {
        var start = word.lowerBound
        while start < word.upperBound, isQuote(bytes[start]) { start += 1 }
        guard start + 1 < word.upperBound else { return false }
        switch bytes[start] {
        case "/": return bytes[start + 1] != UInt8(ascii: "/")
        case "~", ".": return true
        default: return false
        }
    }

    /// `/t/TOKEN`, up to the next `/` or the end of the URL; in a file's path only what is as long as a token.
    private func tokenInPath(at start: Int, in word: Range<Int>, isFilePath: Bool) -> Range<Int>? {
        let first = length(of: "/", at: start)
        guard first > 0 else { return tokenBehindLookalike(at: start, in: word) }
        // What only a person or a proxy reads as `t`.
        let isUsual = has("t", at: start + first, in: word)
        let letter = isUsual ? 1 : max(length(of: "t", at: start + first), length(of: "T", at: start + first))
        var begin = start + first + letter
        guard letter > 0, case let second = length(of: "/", at: begin), second > 0 else {
            return tokenBehindLookalike(at: start, in: word)
        }
        let usual = isUsual ? begin + second : 0
        begin = behindRepeatedWay(begin + second, in: word)
        while begin < word.upperBound, case let slash = length(of: "/", at: begin), slash > 0 { begin += slash }
        // A line that was folded in the middle of a token leaves a blank there.
        let limit = extent == .value && !isFilePath ? bytes.count : word.upperBound
        if begin == limit, !isFilePath { return tokenBehindBlank(at: begin) }
        guard begin < limit else { return nil }
        let token =
            begin..<end(ofSecretAt: begin, upTo: limit) {
                (isTokenByte(bytes[$0]) || isInside($0, of: word)) && length(of: "/", at: $0) == 0
            }
        // Behind an empty token, a short word is a directory.
        if begin > usual, token.count < 8 { return nil }
        return token.isEmpty || (isFilePath && token.count < 16) ? nil : token
    }

    /// `\t\TOKEN`, and `/t/TOKEN` with another script's letter or what cannot be seen: where what follows looks like a token.
    private func tokenBehindLookalike(at start: Int, in word: Range<Int>) -> Range<Int>? {
        func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
        guard isSlash(bytes[start]) else { return nil }
        let letter = end(from: start + 1, in: word) { $0 == UInt8(ascii: "\\") }
        var behind = end(from: letter, in: letter..<min(word.upperBound, letter + 4)) { $0 >= 0x80 }
        if behind < word.upperBound, bytes[behind] | 0x20 == UInt8(ascii: "t") { behind += 1 }
        let token = end(from: behind, in: word, while: isSlash)
        return behind > letter && token > behind ? likeToken(at: token, in: word) : nil
    }

    /// `/t/t/TOKEN`: behind the last `t/` of a few, where what follows is as long as a token.
    private func behindRepeatedWay(_ begin: Int, in word: Range<Int>) -> Int {
        var behind = begin
        for _ in 0..<4 {
            guard has("t", at: behind, in: word), case let slash = length(of: "/", at: behind + 1), slash > 0 else {
                break
            }
            behind += 1 + slash
        }
        let token = behind..<end(from: behind, in: word, while: isTokenByte)
        return token.count < 8 && !Placeholder.stands(in: bytes[token]) ? begin : behind
    }

    /// Whether a value or an item of a list may begin there.
    private func isValueStart(_ position: Int, in word: Range<Int>) -> Bool {
        position == word.lowerBound || isQuote(bytes[position - 1]) || "[(,=".utf8.contains(bytes[position - 1])
    }

    /// `t/TOKEN/channel` at the beginning of a word or URL, where what follows looks like a token.
    private func tokenAtStart(_ start: Int, in word: Range<Int>) -> Range<Int>? {
        has("t/", at: start, in: word) ? likeToken(at: start + 2, in: word) : nil
    }

    /// A name at a place, where it looks like a token.
    private func likeToken(at start: Int, in text: Range<Int>) -> Range<Int>? {
        let token = start..<end(from: start, in: text, while: \.isOfName)
        let isEnd = token.upperBound == text.upperBound || bytes[token.upperBound] != UInt8(ascii: ".")
        return isEnd && Self.isLikeToken(bytes[token]) ? token : nil
    }

    /// What looks like a token behind the blanks at a place.
    private func tokenBehindBlank(at place: Int) -> Range<Int>? {
        let text = 0..<bytes.count
        let start = end(from: place, in: text) { $0 == 0x20 || $0 == 0x09 || isQuote($0) }
        return start > place ? likeToken(at: start, in: text) : nil
    }

    /// Whether a word that says where a token is to be expected is one: sixteen characters with three digits among them.
    static func isLikeToken(_ text: some Collection<UInt8>) -> Bool {
        text.count >= 16 && text.count(where: \.isDigit) >= 3 && text.allSatisfy(\.isOfName)
    }

    /// Whether `Bearer` or `token` ends before a blank.
    private func schemeEnd(before blank: Int) -> Bool {
        // Most words end otherwise.
        guard blank > 0, "rnRN".utf8.contains(bytes[blank - 1]) else { return false }
        for name: StaticString in ["bearer", "token"] {
            let start = blank - name.utf8CodeUnitCount
            guard start >= 0, start == 0 || !bytes[start - 1].isOfName else { continue }
            if (0..<name.utf8CodeUnitCount).allSatisfy({ bytes[start + $0] | 0x20 == name.utf8Start[$0] }) {
                return true
            }
        }
        return false
    }

    /// `user:password@host` in the path of a URL, where a text without a scheme was taken for a channel's name.
    private func passwordInPath(at start: Int, in word: Range<Int>) -> Range<Int>? {
        // Without a bound, a text of slashes would cost the square of its length.
        let reach = start..<min(word.upperBound, start + 256)
        let name = end(from: start, in: reach) { isTokenByte($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "@") }
        guard name > start, has(":", at: name, in: reach), !has("::", at: name, in: reach) else { return nil }
        let end = end(from: name + 1, in: reach) { isTokenByte($0) || $0 == UInt8(ascii: "/") }
        guard let at = bytes[(name + 1)..<end].lastIndex(of: UInt8(ascii: "@")), at > name + 1,
            !(name + 1..<at).contains(where: { has("//", at: $0, in: reach) })
        else { return nil }
        return (name + 1)..<at
    }

    /// Behind the `://` of a URL that is encoded as a whole.
    private func behindEncodedScheme(at start: Int) -> Int? {
        var position = start
        for mark: Unicode.Scalar in [":", "/", "/"] {
            guard bytes[position] == UInt8(ascii: "%"), case let length = length(of: mark, at: position), length > 0
            else { return nil }
            position += length
            guard position < bytes.count else { return nil }
        }
        return position
    }

    /// `user:password@host`, as a proxy may be written.
    private func passwordWithoutScheme(in word: Range<Int>) -> Range<Int>? {
        guard let at = bytes[word].lastIndex(of: UInt8(ascii: "@")),
            !bytes[word].contains(UInt8(ascii: "/"))
                || !word.contains(where: { bytes[$0] == UInt8(ascii: "/") && has("//", at: $0, in: word) }),
            let colon = bytes[word.lowerBound..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
        else { return nil }
        return (colon + 1)..<at
    }

    /// The same where all of a value is it, so that the password may hold blanks.
    private func passwordOfWholeValue() -> Range<Int>? {
        let whole = 0..<bytes.count
        guard bytes.contains(0x20), let password = passwordWithoutScheme(in: whole), bytes[password.lowerBound] > 0x20,
            bytes[..<password.lowerBound].allSatisfy({ $0 > 0x20 }),
            bytes[password.upperBound...].allSatisfy({ $0 > 0x20 }), !isPlaceholder(password)
        else { return nil }
        return password
    }

    /// `-u NAME:PASSWORD`, `--user "NAME:PASS WORD"`, `["-u", "NAME:PASSWORD"]`: a command that was pasted into a file.
    private func passwordOfUserOption(in word: Range<Int>) -> Range<Int>? {
        var start = word.lowerBound
        while start < word.upperBound, isQuote(bytes[start]) || bytes[start] == UInt8(ascii: "[") { start += 1 }
        guard let option = userOptionEnd(from: start) else { return nil }
        start = option
        var quote: UInt8?
        while start < bytes.count, isQuote(bytes[start]) || "=, \t".utf8.contains(bytes[start]) {
            quote = isQuote(bytes[start]) ? bytes[start] : quote
            start += 1
        }
        let colon = end(from: start, in: start..<bytes.count) { $0 > 0x20 && $0 != UInt8(ascii: ":") }
        guard colon > start, colon < bytes.count, bytes[colon] == UInt8(ascii: ":"),
            !bytes[start..<colon].contains(UInt8(ascii: "/"))
        else { return nil }
        var end = end(ofSecretAt: colon + 1, upTo: bytes.count) {
            bytes[$0] >= 0x20 && (quote == nil ? bytes[$0] > 0x20 : bytes[$0] != quote)
        }
        while quote == nil, end > colon + 1, isQuote(bytes[end - 1]) { end -= 1 }
        let password = (colon + 1)..<end
        // Users and groups have numbers, too.
        guard !bytes[password].allSatisfy(\.isDigit), !has("//", at: password.lowerBound, in: password),
            !isPlaceholder(password)
        else { return nil }
        return password
    }

    /// Where the name of such an option ends that begins at a `-`.
    private func userOptionEnd(from start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "-"),
            start == 0 || bytes[start - 1] <= 0x20 || isQuote(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "[")
        else { return nil }
        let text = start..<bytes.count
        if bytes[start + 1] | 0x20 == UInt8(ascii: "u") { return start + 2 }
        for name: StaticString in ["--user", "--proxy-user"] where has(name, at: start, in: text) {
            let end = start + name.utf8CodeUnitCount
            if end < bytes.count, isQuote(bytes[end]) || "=, \t".utf8.contains(bytes[end]) { return end }
        }
        return nil
    }

    private func start(ofAddressBefore offset: Int, in word: Range<Int>) -> Int {
        var start = word.lowerBound
        while start < offset, isQuote(bytes[start]) || bytes[start] == UInt8(ascii: "[") { start += 1 }
        return start
    }

    private func schemeStart(before slashes: Int, in word: Range<Int>) -> Int {
        guard slashes > word.lowerBound, bytes[slashes - 1] == UInt8(ascii: ":") else { return slashes }
        var start = slashes - 1
        while start > word.lowerBound, isSchemeByte(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// `?NAME=SECRET`, where the name says what it is.
    private func queryValue(at start: Int, in word: Range<Int>) -> Range<Int>? {
        // No such name is longer; without a bound, a text of question marks would cost the square of its length.
        let limit = min(word.upperBound, start + 64)
        guard let equals = bytes[(start + 1)..<limit].firstIndex(of: UInt8(ascii: "=")),
            SecretName.isOfQuery(bytes[(start + 1)..<equals])
        else { return nil }
        let end = end(ofSecretAt: equals + 1, upTo: word.upperBound) {
            isQueryByte(bytes[$0]) || isInside($0, of: word)
        }
        return equals + 1 == end ? nil : (equals + 1)..<end
    }

    /// Bytes of a delimiter at a place: as it is, percent-encoded, or in full width; 0 where it is another character.
    func length(of delimiter: Unicode.Scalar, at position: Int) -> Int {
        guard position < bytes.count else { return 0 }
        let byte = UInt8(ascii: delimiter)
        switch bytes[position] {
        case byte: return 1
        case "%":
            let digits: (UInt8) -> UInt8 = { $0 < 10 ? 0x30 + $0 : 0x61 - 10 + $0 }
            // The percent sign itself may be encoded.
            var sign = position
            while sign + 2 < bytes.count, bytes[sign + 1] == 0x32, bytes[sign + 2] == 0x35 { sign += 2 }
            guard sign + 2 < bytes.count, bytes[sign + 1] == digits(byte >> 4),
                bytes[sign + 2] | 0x20 == digits(byte & 0xF) | 0x20
            else { return 0 }
            return sign + 3 - position
        case 0xEF:
            // U+FF01 to U+FF5E are `!` to `~` in full width.
            let wide = 0xFF00 + Int(byte) - 0x20
            guard position + 2 < bytes.count, bytes[position + 1] == UInt8(0x80 | (wide >> 6) & 0x3F),
                bytes[position + 2] == UInt8(0x80 | wide & 0x3F)
            else { return 0 }
            return 3
        default: return 0
        }
    }

    /// The first delimiter of that kind.
    func first(_ delimiter: Unicode.Scalar, in range: Range<Int>) -> Range<Int>? {
        range.lazy.map { $0..<($0 + length(of: delimiter, at: $0)) }.first { !$0.isEmpty }
    }

    func has(_ text: StaticString, at start: Int, in word: Range<Int>) -> Bool {
        guard start + text.utf8CodeUnitCount <= word.upperBound else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    /// Where a secret ends: behind its last byte, or that of a placeholder in it, which may hold what ends a secret; behind
    /// one that goes beyond the limit, at the end of the word.
    func end(ofSecretAt start: Int, upTo limit: Int, while isPart: (Int) -> Bool) -> Int {
        var (end, limit) = (start, limit)
        while end < limit {
            guard let behind = Placeholder.end(from: end, of: start, in: bytes) ?? (isPart(end) ? end + 1 : nil) else {
                break
            }
            end = behind
            if end > limit { limit = bytes[end...].firstIndex { $0 <= 0x20 } ?? bytes.count }
        }
        return end
    }

    func end(from start: Int, in word: Range<Int>, while isMember: (UInt8) -> Bool) -> Int {
        var end = start
        while end < word.upperBound, isMember(bytes[end]) { end += 1 }
        return end
    }

    private func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case "/", "?", "#": false
        default: extent == .value || !endsURLInLines(byte)
        }
    }

    private func isQueryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case "&", "#", ";": false
        default: extent == .value || !endsURLInLines(byte)
        }
    }

    /// Quotes, and what stands between the items of a list in brackets.
    func endsURLInLines(_ byte: UInt8) -> Bool {
        switch byte {
        case "\"", "'", ",", "]", "}", ">", "`":
            true
        default: false
        }
    }

    /// Whether what may end a URL in lines stands in the middle of a word.
    private func isInside(_ index: Int, of word: Range<Int>) -> Bool {
        endsURLInLines(bytes[index]) && index + 1 < word.upperBound && bytes[index + 1].isOfName
    }

    func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private func isSchemeByte(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "+-.".utf8.contains(byte) }
}
