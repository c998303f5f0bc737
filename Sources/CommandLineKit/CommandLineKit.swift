// The room of CommandLineKit.
