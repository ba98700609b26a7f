package dev.atelier.application.loop;

import dev.atelier.application.port.out.Outlook;
import dev.atelier.application.port.out.Outlook.Sight;

import java.time.Duration;
import java.util.List;

/// Asks now and then what there is to do, once for all who would have to ask by themselves, and
/// tells them. So it finds whatever no signal told of.
public final class Lookout {

    /// How long those sleep who are told: only in case that nobody tells them.
    public static final Duration UNTOLD = Duration.ofMinutes(5);

    private final Outlook outlook;
    private final Duration every;
    private final List<Follower> followers;
    private final Loop looking = new Loop("look-out", new WakeUp(), this::round);

    /// Who has work of some kind to do.
    public interface Follower {

        /// Must return at once.
        void seen(Sight sight);
    }

    /// @param every how often to look
    public Lookout(Outlook outlook, Duration every, List<Follower> followers) {
        this.outlook = outlook;
        this.every = every;
        this.followers = List.copyOf(followers);
    }

    public void start() {
        looking.start();
    }

    /// From now on nobody is told.
    public void stop() {
        looking.stop();
    }

    /// Lets a look under way end, as long as `patience` lasts; then interrupts it.
    public void awaitEnd(Duration patience) throws InterruptedException {
        looking.awaitEnd(patience);
    }

    /// Looks as far ahead as to the look after the next: what falls due until then is awaited by
    /// who is told of it, to the moment, though the next look may be late.
    ///
    /// @return how long to sleep
    Duration round() {
        var sight = outlook.look(every.multipliedBy(2));
        followers.forEach(follower -> follower.seen(sight));
        return every;
    }
}
