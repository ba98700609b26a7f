package dev.atelier.application.watch;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// Takes what comes from a mailbox, and from the log first where the mailbox had no room, or was
/// not there yet.
abstract class MailWatch implements Watch {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Mailbox mailbox;
    private final Queue<Mail.Entry> backlog = new ArrayDeque<>();
    private boolean behind;

    /// @param behind whether the log may have what the mailbox was not there for
    MailWatch(Mailbox mailbox, boolean behind) {
        this.mailbox = mailbox;
        this.behind = behind;
    }

    @Override
    public final Optional<Update> next(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        while (catchesUp(deadline)) {
            Optional<? extends Mail> mail =
                    backlog.isEmpty()
                            ? mailbox.take(deadline.left())
                            : Optional.of(backlog.remove());
            if (mail.isEmpty()) {
                return Optional.empty();
            }
            var update = read(mail.get());
            if (update.isPresent()) {
                return update;
            }
        }
        return Optional.empty();
    }

    /// Reads from the log until it has something, or need not.
    ///
    /// @return false if the store could not be asked in time
    private boolean catchesUp(Deadline deadline) throws InterruptedException {
        while (behind && backlog.isEmpty()) {
            try {
                var missed = missed();
                backlog.addAll(missed.moves());
                behind = missed.more();
            } catch (StoreUnavailable outage) {
                var left = deadline.left();
                if (left.isZero()) {
                    return false;
                }
                Thread.sleep(left.compareTo(BETWEEN_TRIES) < 0 ? left : BETWEEN_TRIES);
            }
        }
        return true;
    }

    private Optional<Update> read(Mail mail) {
        return switch (mail) {
            case Mail.Move(var move, var surePast) -> moved(move, surePast, Audience.CLOCK_ERROR);
            case Mail.Entry(var move, var surePast) ->
                    moved(move, surePast, JobLog.SETTLES.plus(Audience.CLOCK_ERROR));
            case Mail.Word(var word) ->
                    word.version() < told(word.job()) ? Optional.empty() : Optional.of(word);
            case Mail.Overflow() -> {
                behind = true;
                yield Optional.empty();
            }
        };
    }

    private Optional<Update> moved(JobMove move, Instant surePast, Duration memory) {
        return accept(move, surePast, memory) ? Optional.of(new Moved(move)) : Optional.empty();
    }

    /// What the log has after what was accepted last.
    ///
    /// @param more whether there is more still
    record Missed(List<Mail.Entry> moves, boolean more) {}

    abstract Missed missed();

    /// @param surePast whatever was written until then was accepted before, or will not come
    /// @param memory how much older than that may be what will come once more
    /// @return false for what was accepted before
    abstract boolean accept(JobMove move, Instant surePast, Duration memory);

    /// The last version of the job that was accepted, 0 if that is not known.
    abstract long told(JobId job);
}
