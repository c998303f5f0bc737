// The program condarc-tool.
