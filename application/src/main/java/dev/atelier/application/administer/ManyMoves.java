package dev.atelier.application.administer;

import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.Transition;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Transitions of many jobs, each saved as if it came alone: whoever runs or watches a job hears of
/// it. They are saved side by side, so that they share commits.
final class ManyMoves {

    private final JobStore store;

    ManyMoves(JobStore store) {
        this.store = store;
    }

    /// A job that somebody else moved meanwhile is looked at again: to cancel those that run makes
    /// room for those that wait.
    ///
    /// @param meant which jobs are still meant, as they stand by then
    /// @return how many were moved
    int save(List<AIJob> jobs, Predicate<AIJob> meant, Function<AIJob, Transition> move) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return save(jobs, job -> saved(job, meant, move) ? 1 : 0, threads);
        }
    }

    private static int save(List<AIJob> jobs, ToIntFunction<AIJob> move, ExecutorService threads) {
        var moves =
                jobs.stream()
                        .map(
                                job ->
                                        CompletableFuture.supplyAsync(
                                                () -> move.applyAsInt(job), threads))
                        .toList();
        try {
            return moves.stream().mapToInt(CompletableFuture::join).sum();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private boolean saved(AIJob seen, Predicate<AIJob> meant, Function<AIJob, Transition> move) {
        var job = Optional.of(seen);
        while (job.isPresent()) {
            try {
                store.save(move.apply(job.get()));
                return true;
            } catch (IllegalTransition moved) {
                return false;
            } catch (StaleJob overtaken) {
                // Whoever overtook us made progress, so this ends.
                job = store.find(seen.id(), seen.owner()).filter(meant);
            }
        }
        return false;
    }
}
