package dev.atelier.adapters.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

import javax.sql.DataSource;

/// Brings the tables to the version that this code knows. Nodes that start at once wait for one
/// another.
final class Migrations {

    private Migrations() {}

    static void run(DataSource database, @Nullable String schema) {
        try {
            var flyway =
                    Flyway.configure()
                            .dataSource(database)
                            .locations("classpath:db/migration")
                            .validateMigrationNaming(true);
            if (schema != null) {
                flyway.defaultSchema(schema).createSchemas(true);
            }
            flyway.load().migrate();
        } catch (FlywayException failure) {
            throw SqlFailures.translated(failure);
        }
    }
}
