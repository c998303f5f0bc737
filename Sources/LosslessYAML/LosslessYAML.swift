// The room of LosslessYAML.
