package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.Claims.Claimed;
import dev.atelier.adapters.postgres.Handover.Taken;
import dev.atelier.application.measure.Histogram;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Transition;

import io.helidon.dbclient.DbExecute;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// New jobs on their way into the database, many in one commit.
final class Submissions implements AutoCloseable {

    private static final int MAX_JOBS = 500;
    private static final int MANY = 16;
    private static final int MAX_BYTES = 4 << 20;

    private record Submission(Transition transition, @Nullable IdempotencyKey key) {

        AIJob job() {
            return transition.job();
        }
    }

    private record KeyOfUser(String user, String key) {}

    private final Transactions transactions;
    private final Wakeups wakeups;
    private final Claims claims;
    private final Handover handover;
    private final Histogram batches = new Histogram(Distribution.BATCH);
    private final GroupCommit<Submission, Boolean> commits;

    Submissions(
            Transactions transactions,
            Wakeups wakeups,
            Shards shards,
            Claims claims,
            Handover handover) {
        this.transactions = transactions.onCallersThread();
        this.wakeups = wakeups;
        this.claims = claims;
        this.handover = handover;
        this.commits =
                new GroupCommit<>(
                        "atelier-submissions",
                        new GroupCommit.Rules<>(
                                Submissions::identity,
                                it -> it.job().owner(),
                                _ -> "submission",
                                Submissions::bytes,
                                MAX_JOBS,
                                MAX_BYTES,
                                MANY),
                        SqlFailures::isRefusedData,
                        (flusher, batch) -> flush(batch, shards.submissions(flusher)));
    }

    /// @return false if the key was used already; nothing is stored then
    boolean add(Transition submission, @Nullable IdempotencyKey key) {
        return commits.write(new Submission(submission, key));
    }

    private static Object identity(Submission submission) {
        var key = submission.key();
        return key == null
                ? submission.job().id()
                : new KeyOfUser(submission.job().owner().value(), key.value());
    }

    /// A thousand characters of instructions at most, a URL, and some words of ours.
    private static int bytes(Submission submission) {
        return 6_000;
    }

    private List<Boolean> flush(List<Submission> batch, int shard) {
        batches.add(batch.size());
        var stored =
                handover.take()
                        .map(taken -> storedAndClaimed(batch, shard, taken))
                        .orElseGet(() -> stored(batch));
        return batch.stream().map(one -> stored.contains(one.job().id().value())).toList();
    }

    private Set<UUID> stored(List<Submission> batch) {
        var stored = transactions.each(sql -> store(sql, batch));
        tell(batch, stored, Claimed.NOTHING);
        return stored;
    }

    private record Both(Set<UUID> stored, Claimed claimed) {}

    /// Two statements, since the second must see what the first has stored.
    private Set<UUID> storedAndClaimed(List<Submission> batch, int shard, Taken taken) {
        var worker = taken.allowance().worker();
        var room = Math.min(taken.allowance().room(), batch.size());
        var claimed = Claimed.NOTHING;
        try {
            var both =
                    transactions.inOne(
                            sql ->
                                    new Both(
                                            store(sql, batch),
                                            claims.take(sql, worker, room, shard)));
            claimed = both.claimed();
            tell(batch, both.stored(), claimed);
            return both.stored();
        } finally {
            taken.settle(claimed.jobs());
        }
    }

    private void tell(List<Submission> batch, Set<UUID> stored, Claimed claimed) {
        var submitted =
                batch.stream()
                        .map(Submission::transition)
                        .filter(it -> stored.contains(it.job().id().value()));
        wakeups.moved(Stream.concat(submitted, claimed.started().stream()).toList());
        wakeups.movedUnread(claimed.unreadable());
    }

    private static Set<UUID> store(DbExecute sql, List<Submission> batch) {
        var add = sql.createQuery(JobSql.ADD);
        new Columns<>(add, batch)
                .bind("user_id", it -> it.job().owner().value())
                .bind("id", it -> it.job().id())
                .bind("job_type", it -> it.job().request().type())
                .bind("canvas_id", it -> JobRow.canvas(it.job()))
                .bind("priority", it -> it.job().terms().priority().value())
                .bind("request_data", it -> RequestJson.write(it.job().request()))
                .bind("max_retries", it -> it.job().retries().allowed())
                .bind("created_at", it -> it.job().createdAt())
                .bind("due", it -> due(it.job()))
                .bind("in_line", it -> JobRow.joinsTheLine(it.transition()))
                .bind("not_before", it -> it.job().terms().notBefore())
                .bind("start_by", it -> it.job().terms().startBy())
                .bind("timeout_millis", it -> JobRow.timeoutMillis(it.job()))
                .bind("tags", it -> tags(it.job().terms().tags()))
                .bind("webhook_url", it -> JobRow.webhook(it.job()))
                .bind("traceparent", it -> it.job().terms().traceparent())
                .bind("idempotency_key", it -> it.key() == null ? null : it.key().value());
        var stored = new HashSet<UUID>();
        add.execute().forEach(row -> stored.add(new Cells(row).uuid("id")));
        return stored;
    }

    private static @Nullable Instant due(AIJob job) {
        return job.state() instanceof Queued(var notBefore) ? notBefore : null;
    }

    private static @Nullable String tags(Tags tags) {
        if (tags.values().isEmpty()) {
            return null;
        }
        var array = Json.array();
        tags.values().forEach(array::add);
        return array.toString();
    }

    /// How many were committed together.
    Distribution batches() {
        return batches.read();
    }

    @Override
    public void close() {
        commits.close();
    }
}
