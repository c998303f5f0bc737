// The room of Condarc.
