package dev.atelier.application.port.in;

import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// All reads of an administrator, who sees what belongs to everybody. Whoever calls it has made
/// sure that it is one.
public interface Supervision {

    Page jobs(Search search);

    /// @throws JobNotFound if nobody has such a job
    JobDetails job(JobId id);

    /// @return what has happened to the job, oldest first, the last 1,000 events
    /// @throws JobNotFound if nobody has such a job
    List<PastEvent> history(JobId id);

    /// Those whose lease is alive, the one that started first before the others.
    List<WorkerStanding> workers();

    /// In the order of preference.
    List<ProviderStanding> providers();

    /// @param statuses words of [dev.atelier.domain.job.JobState]; none means any
    /// @param owner null for everybody
    /// @param after the page before ended there
    record Search(
            Set<String> statuses,
            @Nullable String jobType,
            @Nullable UserId owner,
            @Nullable String tag,
            @Nullable JobId after,
            int limit) {}

    /// Newest first. With a filter that few jobs meet it may be short, and not the last.
    ///
    /// @param next where the next page starts, null on the last
    record Page(List<JobDetails> jobs, @Nullable JobId next) {}

    /// @param running jobs that it holds
    record WorkerStanding(
            WorkerId id, int slots, int running, Instant startedAt, Instant heartbeatAt) {}

    /// @param model null where the provider has no models
    /// @param pausedUntil until when this node asks it nothing; null if it can be asked
    record ProviderStanding(
            String provider,
            @Nullable String model,
            boolean current,
            @Nullable Instant pausedUntil,
            CallRecord lastHour) {}

    /// How calls went.
    ///
    /// @param medianSeconds null where none was measured
    /// @param lastError null where none failed
    record CallRecord(
            long calls,
            long failures,
            @Nullable Double medianSeconds,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        public static final CallRecord NONE = new CallRecord(0, 0, null, null, null);
    }
}
