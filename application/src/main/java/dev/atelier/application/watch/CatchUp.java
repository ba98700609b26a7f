package dev.atelier.application.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.port.out.ProgressBoard.Said;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Reads from the log what watchers have not been told: gaps at once, and now and then whatever was
/// written, for the case that nobody said so. Costs nothing while nobody watches.
final class CatchUp {

    private static final int AT_ONCE = 500;

    private final Audiences audiences;
    private final JobLog log;
    private final ProgressBoard progress;
    private final InstantSource clock;
    private final Duration interval;
    private Instant lastLook;
    private boolean lookDue;

    /// @param interval how often to look
    CatchUp(
            Audiences audiences,
            JobLog log,
            ProgressBoard progress,
            InstantSource clock,
            Duration interval) {
        this.audiences = audiences;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
        this.interval = interval;
        this.lastLook = clock.instant();
    }

    /// @return how long to sleep, unless more is missing
    Duration round() {
        var now = clock.instant();
        lookDue |= audiences.mustLookAgain() || !now.isBefore(lastLook.plus(interval));
        if (lookDue) {
            look(now);
            lookDue = false;
        }
        fillGaps();
        readProgress();
        return interval;
    }

    private void look(Instant now) {
        var present = List.copyOf(audiences.all());
        var since = lastLook.minus(JobLog.SETTLES);
        inParts(
                present,
                some -> {
                    var owners = some.stream().map(Audience::owner).toList();
                    for (var written : log.writtenAfter(owners, since)) {
                        audiences
                                .of(written.trace().owner())
                                .ifPresent(it -> it.suspect(written.trace(), written.version()));
                    }
                });
        fillGaps();
        present.forEach(audience -> audience.surePast(now.minus(JobLog.SETTLES)));
        lastLook = now;
    }

    private void fillGaps() {
        var gaps = new ArrayList<Gap>();
        for (var audience : audiences.all()) {
            audience.missing().forEach((job, mention) -> gaps.add(new Gap(audience, job, mention)));
        }
        inParts(gaps, this::fill);
    }

    private record Gap(Audience audience, Trace job, long mention) {}

    private void fill(List<Gap> gaps) {
        var moves =
                log.moves(gaps.stream().map(Gap::job).toList()).stream()
                        .collect(groupingBy(move -> move.job().owner()));
        gaps.stream()
                .collect(groupingBy(Gap::audience, toMap(Gap::job, Gap::mention)))
                .forEach(
                        (audience, asked) ->
                                audience.fill(
                                        asked, moves.getOrDefault(audience.owner(), List.of())));
    }

    private void readProgress() {
        inParts(audiences.takeProgressed(), some -> progress.latest(some).forEach(this::tell));
    }

    private void tell(Said said) {
        var job = said.trace().job();
        audiences
                .of(said.trace().owner())
                .ifPresent(
                        audience -> {
                            if (said.progress() != null) {
                                audience.hear(new Progressed(job, said.version(), said.progress()));
                            }
                            if (said.soFar() != null) {
                                audience.hear(new Drawn(job, said.version(), said.soFar()));
                            }
                        });
    }

    private static <T> void inParts(Collection<T> all, Consumer<List<T>> work) {
        var list = new ArrayList<>(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            work.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }
}
