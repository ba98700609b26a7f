package dev.atelier.application.port.in;

import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

/// Sends the last message about an ended job again, at once and with a fresh count of attempts,
/// whatever became of it before. It is the same message: a receiver knows it by its id.
public interface RedeliverWebhook {

    /// @throws JobNotFound if the owner has no such job
    /// @throws dev.atelier.domain.job.IllegalTransition if it has not ended
    /// @throws NoWebhook if nobody was to be told
    void redeliver(JobId id, UserId owner);
}
