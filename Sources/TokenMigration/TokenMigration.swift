// The room of TokenMigration.
