package dev.atelier.testkit.contract;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import java.time.Instant;
import java.util.List;

/// What all contracts about jobs share: one store, empty when a test begins, and short ways to
/// bring jobs into it.
public interface JobsContract {

    /// The store of this test: the same at every call, empty at the first.
    JobsUnderTest jobs();

    default Instant now() {
        return jobs().now();
    }

    /// What this user submits, a minute ago.
    default Submission by(UserId owner) {
        return Submission.by(owner).at(now().minusSeconds(60));
    }

    default AIJob added(Submission submission) {
        var transition = submission.made();
        jobs().store().add(transition);
        return transition.job();
    }

    /// So many submissions, sent at the same moment.
    default List<AIJob> added(int times, Submission submission) {
        return Together.call(times, _ -> added(submission));
    }

    default WorkerId aLiveWorker() {
        var worker = Jobs.aWorker();
        jobs().workers().join(worker, 10);
        return worker;
    }

    default AIJob saved(Transition transition) {
        jobs().store().save(transition);
        return transition.job();
    }

    /// A job that this worker took on just now.
    default AIJob running(UserId owner, WorkerId worker) {
        return saved(added(by(owner)).start(worker, now()));
    }

    /// A job that was done just now.
    default AIJob completed(UserId owner) {
        return saved(Jobs.completion(running(owner, aLiveWorker()), now()));
    }

    /// The job as it is stored.
    default AIJob found(AIJob job) {
        return jobs().store().find(job.id(), job.owner()).orElseThrow();
    }
}
