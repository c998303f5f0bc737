#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

#if canImport(Glibc) || canImport(Darwin)
    /// A thread of the system's.
    struct Thread {
        private final class Body {
            let run: @Sendable () -> Void

            init(_ run: @escaping @Sendable () -> Void) { self.run = run }
        }

        private let handle: pthread_t

        /// Starts it; nil where the system has no thread left.
        init?(_ run: @escaping @Sendable () -> Void) {
            var attributes = pthread_attr_t()
            guard pthread_attr_init(&attributes) == 0 else { return nil }
            defer { pthread_attr_destroy(&attributes) }
            // As deep as the first thread's: a document may be nested as deep on any of them.
            pthread_attr_setstacksize(&attributes, 8 << 20)
            let context = Unmanaged.passRetained(Body(run))
            #if canImport(Darwin)
                var made: pthread_t?
            #else
                var made = pthread_t()
            #endif
            let failure = pthread_create(
                &made, &attributes,
                { context in
                    #if canImport(Darwin)
                        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                    #else
                        if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
                    #endif
                    return nil
                }, context.toOpaque())
            guard failure == 0 else {
                context.release()
                return nil
            }
            #if canImport(Darwin)
                guard let made else { return nil }
            #endif
            handle = made
        }

        func join() { pthread_join(handle, nil) }

        /// Lets it end by itself.
        func detach() { pthread_detach(handle) }
    }
#else
    /// Without threads of the system's there are none.
    struct Thread {
        init?(_ run: @escaping @Sendable () -> Void) { return nil }

        func join() {}
        func detach() {}
    }
#endif
