package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.job.AIJob;

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
}
