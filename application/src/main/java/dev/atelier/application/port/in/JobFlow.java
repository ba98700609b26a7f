package dev.atelier.application.port.in;

import java.util.Map;

/// Jobs that came and went by way of this process since it started.
///
/// @param created by type of job; a repeat of a submission is none
/// @param finished into which final state; a job that is retried may finish again
public record JobFlow(Map<String, Long> created, Map<Finish, Long> finished) {

    /// @param outcome word of a final state: `completed`, `failed` or `cancelled`
    public record Finish(String type, String outcome) {}
}
