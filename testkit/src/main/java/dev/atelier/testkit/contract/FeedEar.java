package dev.atelier.testkit.contract;

import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A listener to a feed that remembers, and that a test can wait for.
final class FeedEar implements JobFeed.Listener {

    private static final long PATIENCE_SECONDS = 10;

    /// Progress or a drawing, and whose job it is about.
    record Word(UserId owner, Update update) {}

    private final BlockingQueue<Transition> moves = new LinkedBlockingQueue<>();
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();

    @Override
    public void moved(List<Transition> heard) {
        moves.addAll(heard);
    }

    @Override
    public void progressed(UserId owner, Progressed progress) {
        words.add(new Word(owner, progress));
    }

    @Override
    public void drawn(UserId owner, Drawn drawn) {
        words.add(new Word(owner, drawn));
    }

    /// Nobody else is there.
    @Override
    public void elsewhere(Set<Trace> moved, Set<Trace> progressed) {}

    /// Says nothing that a test could hold on to.
    @Override
    public void lookAgain() {}

    Transition nextMove() {
        return next(moves);
    }

    Word nextWord() {
        return next(words);
    }

    boolean hasHeardAll() {
        return moves.isEmpty() && words.isEmpty();
    }

    private static <T> T next(BlockingQueue<T> heard) {
        try {
            var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nobody said anything");
            }
            return next;
        } catch (InterruptedException stopped) {
            throw new AssertionError("stopped while listening", stopped);
        }
    }
}
