package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobQueries.Page;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.Optional;

/// The read side: jobs with what is known about them, pages and statistics, at a cost that does not
/// grow with the number of jobs.
public interface JobCatalogue {

    Optional<JobDetails> details(JobId id, UserId owner);

    /// @return the last `limit` events of a job, oldest first; none if there is no such job
    List<PastEvent> history(JobId id, UserId owner, int limit);

    Page page(PageRequest request);

    JobStats stats(UserId owner);

    JobStats statsOfAll();

    /// A cheap look at the whole: also the test of whether the store answers.
    Pulse pulse();

    /// @param workers whose lease is alive
    /// @param queued jobs that wait, of all users
    record Pulse(int workers, long queued) {}
}
