package dev.atelier.application.port.in;

import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.StoreLoad;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the service knows about itself.
public interface ServiceQueries {

    /// Never throws: a broken part is told, not thrown.
    Health health();

    List<Models.Model> models();

    WorkDone workDone();

    JobFlow jobFlow();

    StoreLoad.Load storeLoad();

    /// What waits, on all nodes; empty while the store cannot tell.
    Optional<Backlog> backlog();

    /// @param workers processes whose lease is alive
    /// @param messagesOverdue how long the first of the messages that are due has been so
    record Backlog(int workers, JobStats jobs, Duration messagesOverdue) {}

    /// @param databaseProblem null while the database answers
    /// @param maxConcurrentJobs none where this process leaves the jobs to others
    /// @param workers processes whose lease is alive, on all nodes; 0 where the database cannot
    ///   tell
    /// @param queuedJobs jobs that wait, of all users; 0 where the database cannot tell
    /// @param draining whether the service is about to stop
    record Health(
            @Nullable String databaseProblem,
            boolean processorRunning,
            int activeJobs,
            int maxConcurrentJobs,
            long processingIntervalSeconds,
            Models.Model currentModel,
            int workers,
            long queuedJobs,
            boolean draining) {

        public boolean healthy() {
            var working = processorRunning || maxConcurrentJobs == 0;
            return databaseProblem == null && working && !draining;
        }
    }
}
