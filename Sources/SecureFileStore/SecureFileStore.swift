// The room of SecureFileStore.
