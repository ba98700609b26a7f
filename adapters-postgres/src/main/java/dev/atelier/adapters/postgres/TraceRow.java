package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The key of a job, as it is bound to a statement and read from a row.
final class TraceRow {

    private TraceRow() {}

    static void bind(Sql.Call<?> statement, Collection<Trace> jobs) {
        new Columns<>(statement, List.copyOf(jobs))
                .bind("user_id", it -> it.owner().value())
                .bind("id", Trace::job);
    }

    static Trace read(Cells cells) {
        return new Trace(new UserId(cells.text("user_id")), new JobId(cells.uuid("id")));
    }

    /// @return empty if no job can have that key
    static Optional<Trace> readable(Cells cells) {
        try {
            return Optional.of(read(cells));
        } catch (InvalidValue broken) {
            return Optional.empty();
        }
    }
}
