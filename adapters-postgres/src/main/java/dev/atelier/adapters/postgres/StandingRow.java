package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.application.port.out.Overview.Called;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbRow;

/// How workers and providers stand, as rows.
final class StandingRow {

    private StandingRow() {}

    static WorkerStanding worker(DbRow row) {
        var cells = new Cells(row);
        return new WorkerStanding(
                new WorkerId(cells.uuid("id")),
                cells.integer("slots"),
                cells.integer("running"),
                cells.instant("started_at"),
                cells.instant("heartbeat_at"));
    }

    static Called called(DbRow row) {
        var cells = new Cells(row);
        return new Called(
                cells.text("provider"),
                cells.textOrNull("model"),
                new CallRecord(
                        cells.number("calls"),
                        cells.number("failures"),
                        cells.decimalOrNull("median"),
                        cells.textOrNull("error"),
                        cells.instantOrNull("error_at")));
    }
}
