extension YAMLDocument {
    /// Makes the node at the path this value, creating it and the mappings on the way to it where they are missing.
    ///
    /// What already is as asked keeps its text. Throws `.refused` where the edit would change other values too.
    package func setting(_ value: YAMLValue, at path: NodePath) throws(YAMLError) -> YAMLChange {
        throw YAMLError(.internal, "editing is not there yet")
    }

    /// Makes the sequence at the path exactly these items, creating it where it is missing.
    ///
    /// Existing items keep their lines; when their order changes, as few of them as possible move.
    package func settingItems(_ items: [SequenceItem], at path: NodePath) throws(YAMLError) -> YAMLChange {
        throw YAMLError(.internal, "editing is not there yet")
    }

    /// Removes the entry or item at the path; throws `.notFound` if there is none.
    package func removing(_ path: NodePath) throws(YAMLError) -> YAMLChange {
        throw YAMLError(.internal, "editing is not there yet")
    }
}
