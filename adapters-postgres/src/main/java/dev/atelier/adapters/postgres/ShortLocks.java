package dev.atelier.adapters.postgres;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// The ninth migration, of changes that lock a table for a moment. Who waits for such a lock makes
/// everybody wait behind: so it is not waited for longer than nobody minds, and tried again.
///
/// The log gets the key that V8 has built. A job's result may be in its canvas alone. Canvases are
/// kept as the JSON that came: `jsonb` takes five times as long to store, and nobody asks into it.
final class ShortLocks implements JavaMigration {

    private static final String NOT_IN_TIME = "55P03";
    private static final String PATIENCE = "set local lock_timeout = '100ms'";

    private static final String IS_TO_DO = "select to_regclass('ai_job_events_by_job') is not null";

    private static final String[] CHANGES = {
        """
        alter table ai_job_events
            drop constraint ai_job_events_pkey,
            add constraint ai_job_events_pkey primary key using index ai_job_events_by_job
        """,
        """
        alter table ai_jobs
            drop constraint drawn_when_completed,
            add constraint drawn_when_completed
                check (case when status = 'completed'
                    then object_count is not null and canvas_id is not null
                    else result_data is null and object_count is null end) not valid
        """,
        """
        alter table canvases
            alter column objects drop not null,
            add column objects_json json,
            add column diagram_json json,
            add constraint drawn_once
                check ((objects is null) <> (objects_json is null)) not valid
        """
    };

    /// Reads all rows, and lets everybody read and write meanwhile.
    private static final String[] VALIDATE = {
        "alter table ai_jobs validate constraint drawn_when_completed",
        "alter table canvases validate constraint drawn_once"
    };

    @Override
    public void migrate(Context context) throws SQLException, InterruptedException {
        var connection = context.getConnection();
        while (!changed(connection)) {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(100, 400));
        }
        execute(connection, VALIDATE);
    }

    /// All or nothing, once: whoever stopped it afterwards may begin again.
    ///
    /// @return false if somebody held a lock
    private static boolean changed(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, PATIENCE);
            if (isToDo(connection)) {
                execute(connection, CHANGES);
            }
            connection.commit();
            return true;
        } catch (SQLException failure) {
            connection.rollback();
            if (NOT_IN_TIME.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean isToDo(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(IS_TO_DO)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String... changes) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("9");
    }

    @Override
    public String getDescription() {
        return "short locks";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }
}
