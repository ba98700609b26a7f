package dev.atelier.testkit.contract;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One slot and the line before it. Counts for each job how many others were served while it
/// waited.
final class WatchedLine {

    /// @param waitingOnArrival how many waited, of all users, before this one came
    /// @param ownOnArrival how many of them were the same user's
    /// @param served how many others started while it waited
    record Ticket(UserId owner, int waitingOnArrival, int ownOnArrival, int arrivedAt, int served) {

        Ticket startedAt(int claims) {
            return new Ticket(owner, waitingOnArrival, ownOnArrival, arrivedAt, claims - arrivedAt);
        }
    }

    private final JobsContract contract;
    private final WorkerId worker;
    private final Submission submission;
    private final Map<JobId, Ticket> waiting = new HashMap<>();
    private final List<Ticket> started = new ArrayList<>();

    WatchedLine(JobsContract contract) {
        this.contract = contract;
        this.worker = contract.aLiveWorker();
        this.submission = contract.by(Jobs.ALICE);
    }

    void arrive(UserId owner) {
        var ticket = new Ticket(owner, waiting.size(), waiting(owner), started.size(), 0);
        waiting.put(contract.added(submission.from(owner)).id(), ticket);
    }

    int waiting(UserId owner) {
        return (int) waiting.values().stream().filter(it -> it.owner().equals(owner)).count();
    }

    /// Starts the next job, if there is one, and finishes it.
    void serve() {
        for (AIJob job : contract.jobs().queue().claim(worker, 1)) {
            var ticket = waiting.remove(job.id());
            if (ticket == null) {
                throw new AssertionError("a job was claimed that did not wait: " + job);
            }
            started.add(ticket.startedAt(started.size()));
            contract.saved(Jobs.completion(job, contract.now()));
        }
    }

    void serveAll() {
        while (!waiting.isEmpty()) {
            var before = waiting.size();
            serve();
            if (waiting.size() == before) {
                throw new AssertionError(before + " jobs wait and none is claimed");
            }
        }
    }

    List<Ticket> allJobs() {
        return List.copyOf(started);
    }

    List<Ticket> firstJobs() {
        return started.stream().filter(ticket -> ticket.ownOnArrival() == 0).toList();
    }
}
