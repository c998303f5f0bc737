// The room of HostPlatform.
