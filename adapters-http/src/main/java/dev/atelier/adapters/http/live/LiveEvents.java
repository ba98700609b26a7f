package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.jobs.EndedJob;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

/// Puts updates into the words of the wire.
record LiveEvents(JobQueries queries) {

    /// @throws dev.atelier.application.port.in.JobNotFound if the job was deleted meanwhile
    LiveEvent of(Update update) {
        return switch (update) {
            case Moved(var move) -> of(move);
            case Progressed said -> LiveEvent.progress(said);
            case Drawn drawn -> LiveEvent.canvas(drawn);
        };
    }

    private LiveEvent of(JobMove move) {
        var job = move.job();
        return switch (job.state()) {
            case Queued _ when move.failure() != null -> LiveEvent.failed(move, move.failure());
            case Queued _, Running _ -> LiveEvent.status(job);
            case Completed state -> LiveEvent.completed(ended(move, state));
            case Failed(var failure, _, _) -> LiveEvent.failed(move, failure);
            case Cancelled _ -> LiveEvent.cancelled(job);
        };
    }

    /// What a job drew is looked up where the move does not bring it along.
    EndedJob ended(JobMove move, Completed state) {
        var job = move.job();
        return move.drawn() != null
                ? new EndedJob(job, state, move.drawn())
                : EndedJob.of(queries.result(job.id(), job.owner()));
    }
}
