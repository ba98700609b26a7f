package dev.atelier.adapters.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

import javax.sql.DataSource;

/// Brings the tables to the version that this code knows. Nodes that start at once wait for one
/// another, as long as it takes.
final class Migrations {

    private static final int WITHOUT_END = -1;

    private Migrations() {}

    /// @param database gives connections without time limits
    static Migrated run(DataSource database, @Nullable String schema) {
        try {
            var flyway = configured(database);
            if (schema != null) {
                flyway.defaultSchema(schema).createSchemas(true);
            }
            var loaded = flyway.load();
            var steps = loaded.migrate().migrationsExecuted;
            return new Migrated(loaded.info().current().getVersion().toString(), steps);
        } catch (FlywayException failure) {
            throw SqlFailures.translated(failure);
        }
    }

    static FluentConfiguration configured(DataSource database) {
        var flyway =
                Flyway.configure()
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .javaMigrations(new ShortLocks())
                        .lockRetryCount(WITHOUT_END)
                        .validateMigrationNaming(true);
        // An index that is built while others write waits for all transactions to end: that of the
        // lock on migrations, which another node holds or waits for, must not be one.
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return flyway;
    }
}
