// The program keyring-tool.
