package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.ShownProgress.Word;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Progress in an unlogged table: cheap to write, and gone after a crash of the server.
final class PostgresProgressBoard implements ProgressBoard {

    private final Transactions transactions;
    private final ShownProgress shown;
    private final Wakeups wakeups;

    PostgresProgressBoard(Transactions transactions, ShownProgress shown, Wakeups wakeups) {
        this.transactions = transactions;
        this.shown = shown;
        this.wakeups = wakeups;
    }

    @Override
    public void show(AIJob job, Progress progress) {
        shown.show(new Word(job, progress, null));
        wakeups.progressed(job, progress);
    }

    @Override
    public void show(AIJob job, CanvasDesign soFar) {
        shown.show(new Word(job, null, soFar));
        wakeups.drawn(job, soFar);
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

    @Override
    public List<Said> latest(Collection<Trace> jobs) {
        return transactions.each(
                sql -> {
                    var latest = sql.createQuery(ProgressSql.LATEST);
                    TraceRow.bind(latest, jobs);
                    return latest.execute().map(PostgresProgressBoard::said).toList();
                });
    }

    private static Said said(DbRow row) {
        var cells = new Cells(row);
        var trace = TraceRow.read(cells);
        var message = cells.textOrNull("message");
        return new Said(
                trace,
                cells.number("version"),
                message == null ? null : new Progress(cells.integer("percent"), message),
                cells.textOrNull("design") == null ? null : JobRow.design(trace.job(), row));
    }
}
