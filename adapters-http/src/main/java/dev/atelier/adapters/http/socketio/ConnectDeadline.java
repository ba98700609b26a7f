package dev.atelier.adapters.http.socketio;

import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.timing.Timer.Alarm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// When a client must have connected to a namespace.
final class ConnectDeadline {

    private final Timer timer;
    private final Duration timeout;
    private final Runnable passed;
    private final AtomicReference<@Nullable Alarm> alarm = new AtomicReference<>();

    ConnectDeadline(Timer timer, Duration timeout, Runnable passed) {
        this.timer = timer;
        this.timeout = timeout;
        this.passed = passed;
    }

    void set() {
        replace(timer.in(timeout, passed));
    }

    void cancel() {
        replace(null);
    }

    private void replace(@Nullable Alarm next) {
        var last = alarm.getAndSet(next);
        if (last != null) {
            last.cancel();
        }
    }
}
