package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/// What attempts say and draw on its way into the database, much of it in one commit.
final class ShownProgress implements AutoCloseable {

    private static final int MAX_WORDS = 250;
    private static final int MAX_BYTES = 4 << 20;
    private static final int BYTES_PER_OBJECT = 300;

    /// Everybody takes the locks of a batch in this order, so that no two wait for each other.
    private static final Comparator<Word> LOCK_ORDER =
            Comparator.comparing((Word word) -> word.job().owner().value())
                    .thenComparing(word -> word.job().id().value());

    private final Transactions transactions;
    private final GroupCommit<Word, Boolean> commits;

    /// Either of the two.
    record Word(AIJob job, @Nullable Progress progress, @Nullable CanvasDesign drawn) {

        private @Nullable Object percent() {
            return progress == null ? null : progress.percent();
        }

        private @Nullable Object message() {
            return progress == null ? null : progress.message();
        }

        private @Nullable Object design() {
            return drawn == null ? null : DesignJson.write(drawn);
        }

        private int bytes() {
            return 1_000 + (drawn == null ? 0 : BYTES_PER_OBJECT * drawn.objects().size());
        }
    }

    ShownProgress(Transactions transactions) {
        this.transactions = transactions.onCallersThread();
        this.commits =
                new GroupCommit<>(
                        "atelier-progress",
                        new GroupCommit.Rules<>(
                                word -> word.job().id(),
                                word -> word.job().owner(),
                                _ -> "word",
                                Word::bytes,
                                MAX_WORDS,
                                MAX_BYTES,
                                GroupCommit.Rules.NEVER),
                        SqlFailures::isRefusedData,
                        (_, batch) -> flush(batch));
    }

    /// Returns once it can be seen.
    void show(Word word) {
        commits.write(word);
    }

    private List<Boolean> flush(List<Word> batch) {
        transactions.each(
                sql -> {
                    var show = sql.createDmlStatement(ProgressSql.SHOW);
                    new Columns<>(show, batch.stream().sorted(LOCK_ORDER).toList())
                            .bind("user_id", it -> it.job().owner().value())
                            .bind("id", it -> it.job().id())
                            .bind("version", it -> it.job().version())
                            .bind("percent", Word::percent)
                            .bind("message", Word::message)
                            .bind("design", Word::design);
                    return show.execute();
                });
        return batch.stream().map(_ -> true).toList();
    }

    @Override
    public void close() {
        commits.close();
    }
}
