// The room of CondaCredentials.
