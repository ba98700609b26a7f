package dev.atelier.application.watch;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.application.port.out.StoreUnavailable;

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
    private final Queue<JobMove> backlog = new ArrayDeque<>();
    private boolean behind = true;

    MailWatch(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public final Optional<Update> next(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        while (true) {
            var update = backlog.isEmpty() ? fresh(deadline) : old(backlog.remove());
            if (update.isPresent() || (backlog.isEmpty() && deadline.left().isZero())) {
                return update;
            }
        }
    }

    private Optional<Update> old(JobMove move) {
        return accept(move, Instant.MIN) ? Optional.of(new Moved(move)) : Optional.empty();
    }

    private Optional<Update> fresh(Deadline deadline) throws InterruptedException {
        if (behind) {
            catchUp(deadline);
            return Optional.empty();
        }
        var mail = mailbox.take(deadline.left());
        return mail.isPresent() ? read(mail.get()) : Optional.empty();
    }

    private Optional<Update> read(Mail mail) {
        return switch (mail) {
            case Mail.Move(var move, var surePast) ->
                    accept(move, surePast) ? Optional.of(new Moved(move)) : Optional.empty();
            case Mail.Word(var update) -> Optional.of(update);
            case Mail.Overflow() -> {
                behind = true;
                yield Optional.empty();
            }
        };
    }

    private void catchUp(Deadline deadline) throws InterruptedException {
        try {
            var missed = missed();
            backlog.addAll(missed.moves());
            behind = missed.more();
        } catch (StoreUnavailable outage) {
            var left = deadline.left();
            Thread.sleep(left.compareTo(BETWEEN_TRIES) < 0 ? left : BETWEEN_TRIES);
        }
    }

    /// What the log has after what was accepted last.
    ///
    /// @param more whether there is more still
    record Missed(List<JobMove> moves, boolean more) {}

    abstract Missed missed();

    /// @param surePast whatever was written until then was accepted before, or will not come
    /// @return false for what was accepted before
    abstract boolean accept(JobMove move, Instant surePast);
}
