package dev.atelier.application.port.in;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All reads of jobs. Each names the owner; a job of someone else is [JobNotFound].
public interface JobQueries {

    JobDetails details(JobId id, UserId owner);

    /// @return what has happened to the job, oldest first, the last 1,000 events
    List<PastEvent> history(JobId id, UserId owner);

    /// @return what the job drew; empty while it has not completed
    Result result(JobId id, UserId owner);

    /// @return what the job has drawn so far; empty unless it is running and has drawn something
    Result preview(JobId id, UserId owner);

    Page page(PageRequest request);

    JobStats stats(UserId owner);

    JobStats statsOfAll();

    record Result(AIJob job, Optional<CanvasDesign> design) {}

    /// @param statuses words of [dev.atelier.domain.job.JobState]; none means any
    /// @param after the last job of the page before, if there was one
    /// @param offset jobs to skip, at most 10,000; for clients that know no cursor
    record PageRequest(
            UserId owner,
            Set<String> statuses,
            @Nullable String jobType,
            @Nullable String tag,
            @Nullable JobId after,
            int offset,
            int limit) {}

    /// Newest first. With a filter that few jobs meet it may be short, and not the last.
    ///
    /// @param next where the next page starts, null on the last
    record Page(List<JobDetails> jobs, @Nullable JobId next) {}
}
