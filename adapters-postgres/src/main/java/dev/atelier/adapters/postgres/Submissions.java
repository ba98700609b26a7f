package dev.atelier.adapters.postgres;

import static java.util.stream.Collectors.toSet;

import dev.atelier.adapters.postgres.Handover.Taken;
import dev.atelier.application.measure.Histogram;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

        UUID id() {
            return job().id().value();
        }
    }

    private record KeyOfUser(String user, String key) {}

    private final Transactions transactions;
    private final Wakeups wakeups;
    private final Handover handover;
    private final @Nullable Integer jobsPerUser;
    private final Histogram batches = new Histogram(Distribution.BATCH);
    private final GroupCommit<Submission, Boolean> commits;

    Submissions(
            Transactions transactions,
            Wakeups wakeups,
            Shards shards,
            Handover handover,
            @Nullable Integer jobsPerUser) {
        this.transactions = transactions.onCallersThread();
        this.wakeups = wakeups;
        this.handover = handover;
        this.jobsPerUser = jobsPerUser;
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
        if (batch.size() == 1) {
            return List.of(addOne(batch.getFirst(), shard));
        }
        var stored = stored(batch);
        wakeups.moved(
                batch.stream()
                        .filter(it -> stored.contains(it.id()))
                        .map(Submission::transition)
                        .toList());
        return batch.stream().map(it -> stored.contains(it.id())).toList();
    }

    private Set<UUID> stored(List<Submission> batch) {
        return transactions.each(
                sql ->
                        bound(sql.createQuery(SubmissionSql.ADD), batch, null)
                                .execute()
                                .map(row -> new Cells(row).uuid("id"))
                                .collect(toSet()));
    }

    /// A new job that nobody stands before need not wait for a claim.
    private boolean addOne(Submission one, int shard) {
        var taken = handover.take();
        var started = Optional.<AIJob>empty();
        try {
            var moves = added(one, taken.map(Taken::worker).orElse(null), shard);
            started =
                    moves.stream()
                            .map(Transition::job)
                            .filter(job -> job.state() instanceof Running)
                            .findFirst();
            wakeups.moved(moves);
            return !moves.isEmpty();
        } finally {
            if (taken.isPresent()) {
                taken.get().settle(started);
            }
        }
    }

    /// @return nothing if its key was used
    private List<Transition> added(Submission one, @Nullable WorkerId worker, int shard) {
        return transactions.each(
                sql -> {
                    var add =
                            sql.createQuery(SubmissionSql.ADD_ONE)
                                    .addParam("jobs_per_user", jobsPerUser)
                                    .addParam("shard", shard);
                    return bound(add, List.of(one), worker)
                            .execute()
                            .map(row -> moves(one, worker, new Cells(row)))
                            .findFirst()
                            .orElse(List.of());
                });
    }

    private static List<Transition> moves(Submission one, @Nullable WorkerId worker, Cells added) {
        var startedAt = added.instantOrNull("started_at");
        return worker == null || startedAt == null
                ? List.of(one.transition())
                : List.of(one.transition(), one.job().start(worker, startedAt));
    }

    private static Sql.Call<Stream<DbRow>> bound(
            Sql.Call<Stream<DbRow>> add, List<Submission> batch, @Nullable WorkerId worker) {
        new Columns<>(add, batch)
                .bindPlaces("arrival")
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
                .bind("idempotency_key", it -> it.key() == null ? null : it.key().value())
                .bind("worker", _ -> worker);
        return add;
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
