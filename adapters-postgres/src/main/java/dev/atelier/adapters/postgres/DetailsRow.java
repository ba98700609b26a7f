package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.job.AIJob;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A row of [CatalogueSql]: a job and what the database knows about it.
///
/// @param position in the line; null if it is not in it
/// @param now the database's time when it looked
record DetailsRow(
        AIJob job,
        @Nullable Progress progress,
        List<Attempt> attempts,
        @Nullable Integer position,
        Instant now) {

    static DetailsRow read(DbRow row) {
        var cells = new Cells(row);
        var position = cells.numberOrNull("position");
        var events = cells.textOrNull("events");
        return new DetailsRow(
                JobRow.read(row),
                progress(cells),
                events == null ? List.of() : List.copyOf(EventRow.attempts(events)),
                position == null ? null : Math.toIntExact(position),
                cells.instant("now"));
    }

    private static @Nullable Progress progress(Cells cells) {
        var message = cells.textOrNull("message");
        return message == null ? null : new Progress(cells.integer("percent"), message);
    }
}
