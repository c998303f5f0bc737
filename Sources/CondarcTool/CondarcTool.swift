// The room of CondarcTool.
