package dev.atelier.application.administer;

import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.Transition;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Transitions of many jobs, each saved as if it came alone: whoever runs or watches a job hears of
/// it. They are saved side by side, so that they share commits.
final class ManyMoves {

    private final JobStore store;

    ManyMoves(JobStore store) {
        this.store = store;
    }

    /// @return how many were moved; one that somebody else moved meanwhile is left alone
    int save(List<AIJob> jobs, Function<AIJob, Transition> move) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return save(jobs, move, threads);
        }
    }

    private int save(List<AIJob> jobs, Function<AIJob, Transition> move, ExecutorService threads) {
        var moves =
                jobs.stream()
                        .map(job -> CompletableFuture.supplyAsync(() -> saved(job, move), threads))
                        .toList();
        try {
            return moves.stream().mapToInt(CompletableFuture::join).sum();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private int saved(AIJob job, Function<AIJob, Transition> move) {
        try {
            store.save(move.apply(job));
            return 1;
        } catch (StaleJob | IllegalTransition overtaken) {
            return 0;
        }
    }
}
