package dev.atelier.application.port.in;

import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.Map;

/// What became of the messages about jobs that ended.
public interface WebhookQueries {

    int MAX_DELIVERIES = 50;

    /// @return the latest message first, at most [#MAX_DELIVERIES]; empty if there is none
    /// @throws JobNotFound if the owner has no such job
    List<WebhookDelivery> deliveries(JobId id, UserId owner);

    /// @return how many attempts to deliver ended on this node since it started, by what followed:
    ///   `delivered`, `retried`, `failed` or `gone`
    Map<String, Long> attemptsMade();
}
