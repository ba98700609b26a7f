package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Says of queued jobs why they wait, and for how long.
final class Waits {

    private final Transactions transactions;
    private final Pace pace;
    private final @Nullable Integer jobsPerUser;

    Waits(Transactions transactions, Pace pace, @Nullable Integer jobsPerUser) {
        this.transactions = transactions;
        this.pace = pace;
        this.jobsPerUser = jobsPerUser;
    }

    /// @param rows jobs of one owner
    List<JobDetails> explain(List<DetailsRow> rows, UserId owner) {
        var someAreInLine = rows.stream().anyMatch(row -> row.position() != null);
        var reason = someAreInLine && isAtTheLimit(owner) ? Reason.USER_LIMIT : Reason.QUEUE;
        return rows.stream()
                .map(
                        row ->
                                new JobDetails(
                                        row.job(),
                                        row.progress(),
                                        waiting(row, reason),
                                        row.attempts()))
                .toList();
    }

    private boolean isAtTheLimit(UserId owner) {
        if (jobsPerUser == null) {
            return false;
        }
        var running =
                transactions.each(
                        sql ->
                                sql.createGet(CatalogueSql.RUNNING_OF_USER)
                                        .addParam("user_id", owner.value())
                                        .execute()
                                        .map(row -> new Cells(row).number("jobs"))
                                        .orElse(0L));
        return running >= jobsPerUser;
    }

    private @Nullable Waiting waiting(DetailsRow row, Reason inLine) {
        if (!(row.job().state() instanceof Queued(var notBefore))) {
            return null;
        }
        if (row.position() != null) {
            var position = Math.min(row.position(), Waiting.MAX_POSITION);
            // Beyond the bound nobody counts, so nobody can tell.
            var estimate = position < Waiting.MAX_POSITION ? pace.startOf(position) : null;
            return new Waiting(inLine, null, position, estimate);
        }
        if (!notBefore.isAfter(row.now())) {
            return new Waiting(Reason.QUEUE, null, null, null);
        }
        var reason = row.job().retries().used() > 0 ? Reason.RETRY_BACKOFF : Reason.SCHEDULED;
        return new Waiting(reason, notBefore, null, null);
    }
}
