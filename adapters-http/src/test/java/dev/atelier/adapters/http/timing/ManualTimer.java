package dev.atelier.adapters.http.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Time that passes when it is told to. Alarms run in the thread that tells.
public final class ManualTimer implements Timer {

    private final List<Pending> pending = new ArrayList<>();
    private long now;
    private int count;

    private record Pending(int number, long due, Runnable task) {}

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Alarm in(Duration delay, Runnable task) {
        var alarm = new Pending(++count, now + delay.toNanos(), task);
        pending.add(alarm);
        return () -> cancel(alarm);
    }

    /// Lets all alarms ring on the way, each at its time.
    public void pass(Duration time) {
        var end = nanoTime() + time.toNanos();
        for (var next = next(end); next.isPresent(); next = next(end)) {
            next.get().task().run();
        }
        skipTo(end);
    }

    /// Time passes, but the alarms are late: none rings.
    public synchronized void stall(Duration time) {
        now += time.toNanos();
    }

    private synchronized Optional<Pending> next(long end) {
        var next =
                pending.stream()
                        .filter(alarm -> alarm.due() <= end)
                        .min(Comparator.comparingLong(Pending::due));
        next.ifPresent(
                alarm -> {
                    cancel(alarm);
                    now = Math.max(now, alarm.due());
                });
        return next;
    }

    private synchronized void skipTo(long end) {
        now = end;
    }

    private synchronized void cancel(Pending alarm) {
        pending.remove(alarm);
    }
}
