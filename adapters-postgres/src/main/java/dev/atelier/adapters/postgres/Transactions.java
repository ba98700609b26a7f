package dev.atelier.adapters.postgres;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbTransaction;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Runs work on the database and tells its failures in the application's terms.
final class Transactions {

    private static final int TRIES = 4;

    private final DbClient client;

    Transactions(DbClient client) {
        this.client = client;
    }

    /// One transaction: committed on return, rolled back on a throw. Where the database undid it
    /// for the sake of another (deadlock, serialization), it is run again, so `work` touches
    /// nothing but the database.
    <R extends @Nullable Object> R inOne(Function<DbExecute, R> work) {
        for (int tries = 1; ; tries++) {
            try {
                return onceInOne(work);
            } catch (RuntimeException failure) {
                if (tries == TRIES || !SqlFailures.isWorthRepeating(failure)) {
                    throw SqlFailures.translated(failure);
                }
            }
        }
    }

    private <R extends @Nullable Object> R onceInOne(Function<DbExecute, R> work) {
        var transaction = client.transaction();
        R result;
        try {
            result = work.apply(transaction);
        } catch (RuntimeException | Error failure) {
            rollBack(transaction, failure);
            throw failure;
        }
        transaction.commit();
        return result;
    }

    private static void rollBack(DbTransaction transaction, Throwable reason) {
        try {
            transaction.rollback();
        } catch (RuntimeException alsoBroken) {
            reason.addSuppressed(alsoBroken);
        }
    }

    /// Statements that each commit by themselves.
    <R extends @Nullable Object> R each(Function<DbExecute, R> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.apply(client.execute());
            } catch (RuntimeException failure) {
                if (tries == TRIES || !SqlFailures.isWorthRepeating(failure)) {
                    throw SqlFailures.translated(failure);
                }
            }
        }
    }
}
