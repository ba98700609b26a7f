package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.SessionSettings.Opening;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbTransaction;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs work on the database and tells its failures in the application's terms.
final class Transactions {

    private static final int TRIES = 4;
    private static final Executor ON_A_THREAD_OF_ITS_OWN =
            work -> Thread.ofVirtual().name("atelier-sql").start(work);

    private final DbClient client;
    private final @Nullable Opening opening;
    private final Executor thread;

    private Transactions(DbClient client, @Nullable Opening opening, Executor thread) {
        this.client = client;
        this.opening = opening;
        this.thread = thread;
    }

    static Transactions on(DbClient client) {
        return new Transactions(client, null, ON_A_THREAD_OF_ITS_OWN);
    }

    /// @param opening what each begins with; a statement is then never without one
    static Transactions on(DbClient client, Opening opening) {
        return new Transactions(client, opening, ON_A_THREAD_OF_ITS_OWN);
    }

    /// The same for a thread that nobody knows, and so nobody interrupts: it needs no other, and
    /// there is nothing to wake up.
    Transactions onCallersThread() {
        return new Transactions(client, opening, Runnable::run);
    }

    /// One transaction: committed on return, rolled back on a throw. Where the database undid it
    /// for the sake of another (deadlock, serialization), it is run again, so `work` touches
    /// nothing but the database.
    <R extends @Nullable Object> R inOne(Function<Sql, R> work) {
        return undisturbed(() -> patiently(() -> onceInOne(work)));
    }

    /// Statements that need not be one transaction.
    <R extends @Nullable Object> R each(Function<Sql, R> work) {
        return opening == null
                ? undisturbed(() -> patiently(() -> work.apply(new Sql(client.execute()))))
                : inOne(work);
    }

    /// An interrupt closes the socket that a virtual thread waits on, and what was asked of the
    /// database may happen all the same. So the caller waits, and finds the interrupt afterwards;
    /// every conversation with the database has an end.
    private <R extends @Nullable Object> R undisturbed(Supplier<R> conversation) {
        try {
            return CompletableFuture.supplyAsync(conversation, thread).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private static <R extends @Nullable Object> R patiently(Supplier<R> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (tries == TRIES || !SqlFailures.isWorthRepeating(failure)) {
                    throw SqlFailures.translated(failure);
                }
            }
        }
    }

    private <R extends @Nullable Object> R onceInOne(Function<Sql, R> work) {
        var transaction = client.transaction();
        R result;
        try {
            if (opening != null) {
                opening.in(transaction);
            }
            result = work.apply(new Sql(transaction));
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
}
