package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.Optional;

/// Jobs in `ai_jobs`. Writes travel in company: see [Submissions] and [Settlements].
final class PostgresJobStore implements JobStore {

    private final Transactions transactions;
    private final Submissions submissions;
    private final Settlements settlements;
    private final int shard;

    PostgresJobStore(
            Transactions transactions,
            Submissions submissions,
            Settlements settlements,
            int shard) {
        this.transactions = transactions;
        this.submissions = submissions;
        this.settlements = settlements;
        this.shard = shard;
    }

    @Override
    public void add(Transition submission) {
        submissions.add(submission, null);
    }

    /// The key may be forgotten with its job between the attempt to use it and the look at who did:
    /// then it is free again.
    @Override
    public AIJob addOnce(IdempotencyKey key, Transition submission) {
        while (!submissions.add(submission, key)) {
            var first = firstUnder(key, submission.job().owner());
            if (first.isPresent()) {
                return first.get();
            }
        }
        return submission.job();
    }

    @Override
    public Optional<AIJob> firstUnder(IdempotencyKey key, UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(JobSql.FIND_BY_KEY)
                                .addParam("user_id", owner.value())
                                .addParam("key", key.value())
                                .execute()
                                .map(JobRow::read));
    }

    @Override
    public Optional<AIJob> find(JobId id, UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(JobSql.FIND)
                                .addParam("user_id", owner.value())
                                .addParam("id", id.toString())
                                .execute()
                                .map(JobRow::read));
    }

    @Override
    public Optional<CanvasDesign> design(JobId id, UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(JobSql.DESIGN)
                                .addParam("user_id", owner.value())
                                .addParam("id", id.toString())
                                .execute()
                                .map(row -> JobRow.design(id, row)));
    }

    @Override
    public void save(Transition transition) {
        settlements.save(transition);
    }

    @Override
    public void delete(AIJob job) {
        var deleted =
                transactions.each(
                        sql ->
                                sql.createGet(RetentionSql.DELETE)
                                        .addParam("user_id", job.owner().value())
                                        .addParam("id", job.id().toString())
                                        .addParam("version", job.version())
                                        .addParam("shard", shard)
                                        .execute()
                                        .map(row -> new Cells(row).integer("jobs"))
                                        .orElse(0));
        if (deleted == 0) {
            throw new StaleJob(job.id());
        }
    }
}
