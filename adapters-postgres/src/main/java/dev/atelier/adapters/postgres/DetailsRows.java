package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.application.port.out.JobLog.Trace;

import java.util.List;

/// Jobs with all that is known about them.
record DetailsRows(Transactions transactions, Admission admission) {

    /// A job that fell due since the last claim has no position before it joins the line.
    ///
    /// @return newest first
    List<DetailsRow> read(List<Trace> jobs) {
        var rows = jobs.isEmpty() ? List.<DetailsRow>of() : look(jobs);
        if (rows.stream().anyMatch(DetailsRow::isToBeAdmitted)) {
            admission.admit();
            return look(jobs);
        }
        return rows;
    }

    private List<DetailsRow> look(List<Trace> jobs) {
        return transactions.each(
                sql -> {
                    var details =
                            sql.createQuery(CatalogueSql.DETAILS)
                                    .addParam("max_position", Waiting.MAX_POSITION);
                    TraceRow.bind(details, jobs);
                    return details.execute().map(DetailsRow::read).toList();
                });
    }
}
