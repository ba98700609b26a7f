package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.Optional;

/// Progress in an unlogged table: cheap to write, and gone after a crash of the server.
final class PostgresProgressBoard implements ProgressBoard {

    private final Transactions transactions;

    PostgresProgressBoard(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void show(AIJob job, Progress progress) {
        transactions.each(
                sql ->
                        sql.createDmlStatement(ProgressSql.SHOW)
                                .addParam("user_id", job.owner().value())
                                .addParam("job_id", job.id().toString())
                                .addParam("version", job.version())
                                .addParam("percent", progress.percent())
                                .addParam("message", progress.message())
                                .execute());
    }

    @Override
    public void show(AIJob job, CanvasDesign soFar) {
        transactions.each(
                sql ->
                        sql.createDmlStatement(ProgressSql.SHOW_DESIGN)
                                .addParam("user_id", job.owner().value())
                                .addParam("job_id", job.id().toString())
                                .addParam("version", job.version())
                                .addParam("design", DesignJson.write(soFar))
                                .execute());
    }

    @Override
    public Optional<CanvasDesign> partial(JobId id, UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(ProgressSql.PARTIAL)
                                .addParam("user_id", owner.value())
                                .addParam("id", id.toString())
                                .execute()
                                .map(row -> JobRow.design(id, row)));
    }
}
