package dev.atelier.application.measure;

import dev.atelier.application.port.in.JobFlow;
import dev.atelier.application.port.in.JobFlow.Finish;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.Optional;

/// A store that counts what it has stored. Every job begins and ends by way of it, whoever moves
/// it: a user, a worker or a chore.
public final class MeteredStore implements JobStore {

    private final JobStore store;
    private final Tally<String> created = new Tally<>();
    private final Tally<Finish> finished = new Tally<>();

    public MeteredStore(JobStore store) {
        this.store = store;
    }

    public JobFlow flow() {
        return new JobFlow(created.read(), finished.read());
    }

    @Override
    public void add(Transition submission) {
        store.add(submission);
        created.count(submission.job().request().type());
    }

    @Override
    public AIJob addOnce(IdempotencyKey key, Transition submission) {
        var stored = store.addOnce(key, submission);
        if (stored.id().equals(submission.job().id())) {
            created.count(stored.request().type());
        }
        return stored;
    }

    @Override
    public void save(Transition transition) {
        store.save(transition);
        var job = transition.job();
        if (job.state().isFinal()) {
            finished.count(new Finish(job.request().type(), job.state().word()));
        }
    }

    @Override
    public Optional<AIJob> firstUnder(IdempotencyKey key, UserId owner) {
        return store.firstUnder(key, owner);
    }

    @Override
    public Optional<AIJob> find(JobId id, UserId owner) {
        return store.find(id, owner);
    }

    @Override
    public Optional<CanvasDesign> design(JobId id, UserId owner) {
        return store.design(id, owner);
    }

    @Override
    public void delete(AIJob job) {
        store.delete(job);
    }
}
