// The room of KeyringTool.
