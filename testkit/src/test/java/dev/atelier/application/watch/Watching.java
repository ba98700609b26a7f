package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.domain.job.AIJob;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes what a watch has, without waiting.
final class Watching {

    private Watching() {}

    static List<Update> everything(Watch watch) {
        var all = new ArrayList<Update>();
        for (var update = next(watch); update.isPresent(); update = next(watch)) {
            all.add(update.get());
        }
        return all;
    }

    static List<JobMove> moves(Watch watch) {
        return everything(watch).stream().map(update -> ((Moved) update).move()).toList();
    }

    static List<AIJob> jobs(Watch watch) {
        return moves(watch).stream().map(JobMove::job).toList();
    }

    static List<Long> versions(Watch watch) {
        return jobs(watch).stream().map(AIJob::version).toList();
    }

    static Optional<Update> next(Watch watch) {
        try {
            return watch.next(Duration.ZERO);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
