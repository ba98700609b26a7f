package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What one watcher has not taken yet, in bounded room. Whoever puts something in never waits.
/// Moves stay in their order; of progress and drawings only the latest of each job is kept.
final class Mailbox {

    /// Several seconds' worth for one user; a thousand objects take about as many kilobytes.
    private static final int MAX_MOVES = 256;

    private static final int MAX_OBJECTS = 2_000;
    private static final int MAX_WORDS = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Queue<Mail.Move> moves = new ArrayDeque<>();
    private final Map<JobId, Update> words = new LinkedHashMap<>();
    private final Map<JobId, Update> drawings = new LinkedHashMap<>();
    private int objects;
    private boolean overflown;

    void put(Mail.Move mail) {
        lock.lock();
        try {
            var job = mail.move().job().id();
            words.remove(job);
            drawings.remove(job);
            if (!overflown) {
                moves.add(mail);
                objects += weight(mail.move());
                overflown = moves.size() > MAX_MOVES || objects > MAX_OBJECTS;
            }
            if (overflown) {
                forgetMoves();
            }
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    void put(Update word) {
        lock.lock();
        try {
            switch (word) {
                case Progressed said -> keep(words, said);
                case Drawn drawn -> keep(drawings, drawn);
                case Moved _ -> throw new IllegalArgumentException("moves come with their place");
            }
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    private static void keep(Map<JobId, Update> latest, Update word) {
        latest.remove(word.job());
        if (latest.size() < MAX_WORDS) {
            latest.put(word.job(), word);
        }
    }

    /// @return empty if nothing came within `patience`
    Optional<Mail> take(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = patience.toNanos();
            while (isEmpty() && left > 0) {
                left = something.awaitNanos(left);
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Mail> next() {
        if (overflown) {
            overflown = false;
            return Optional.of(new Mail.Overflow());
        }
        var move = moves.poll();
        if (move != null) {
            objects -= weight(move.move());
            return Optional.of(move);
        }
        return first(words).or(() -> first(drawings));
    }

    private static Optional<Mail> first(Map<JobId, Update> latest) {
        var jobs = latest.values().iterator();
        if (!jobs.hasNext()) {
            return Optional.empty();
        }
        var word = jobs.next();
        jobs.remove();
        return Optional.of(new Mail.Word(word));
    }

    private boolean isEmpty() {
        return !overflown && moves.isEmpty() && words.isEmpty() && drawings.isEmpty();
    }

    private void forgetMoves() {
        moves.clear();
        objects = 0;
    }

    private static int weight(JobMove move) {
        return move.drawn() == null ? 0 : move.drawn().objects().size();
    }
}
