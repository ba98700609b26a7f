package dev.atelier.application.port.out;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.List;

/// The messages of each job, as its owner sees them.
public interface WebhookLog {

    /// @return the latest first, at most `limit`
    List<WebhookDelivery> deliveries(JobId id, UserId owner, int limit);

    /// Makes the job's last message due now, as if it had never been tried.
    ///
    /// @return false if there is none
    boolean sendAgain(JobId id, UserId owner);
}
