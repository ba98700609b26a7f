package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobStats.Hour;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.Spending;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was measured on jobs as they moved. It stays when they are deleted.
final class Measures {

    private static final int HOURS = 24;

    private record Span(UserId owner, Instant at, double seconds) {

        Span of(UserId other) {
            return new Span(other, at, seconds);
        }
    }

    private record Bill(UserId owner, Instant at, Spending spent) {

        Bill of(UserId other) {
            return new Bill(other, at, spent);
        }
    }

    private record QueueChange(UserId owner, Instant at, long by) {

        QueueChange of(UserId other) {
            return new QueueChange(other, at, by);
        }
    }

    private record End(UserId owner, Instant at, boolean completed) {

        End of(UserId other) {
            return new End(other, at, completed);
        }
    }

    private final List<Span> waits = new ArrayList<>();
    private final List<Span> runs = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private final List<QueueChange> queueChanges = new ArrayList<>();

    void submitted(AIJob job) {
        queueChanges.add(new QueueChange(job.owner(), job.createdAt(), 1));
    }

    /// @param row the job as it was before
    void take(Row row, JobEvent event) {
        var owner = row.job().owner();
        bills.add(new Bill(owner, event.at(), Spending.of(event.by())));
        queueChanges.add(
                new QueueChange(owner, event.at(), queued(event) - (row.isQueued() ? 1 : 0)));
        switch (event) {
            case JobStarted(_, var at) ->
                    waits.add(new Span(owner, at, seconds(row.dueSince(), at)));
            case JobCompleted(_, _, _, var at) -> {
                var startedAt = row.attempts().getLast().startedAt();
                runs.add(new Span(owner, at, seconds(startedAt, at)));
                ends.add(new End(owner, at, true));
            }
            case JobFailed(_, _, var at) -> ends.add(new End(owner, at, false));
            case JobQueued _, JobRequeued _, JobReleased _, JobCancelled _, JobRetried _ -> {}
        }
    }

    /// What was measured of everybody stays, and says no longer whose it was.
    void forget(UserId owner) {
        var nobody = new UserId("nobody-" + UUID.randomUUID());
        waits.replaceAll(it -> it.owner().equals(owner) ? it.of(nobody) : it);
        runs.replaceAll(it -> it.owner().equals(owner) ? it.of(nobody) : it);
        ends.replaceAll(it -> it.owner().equals(owner) ? it.of(nobody) : it);
        bills.replaceAll(it -> it.owner().equals(owner) ? it.of(nobody) : it);
        queueChanges.replaceAll(it -> it.owner().equals(owner) ? it.of(nobody) : it);
    }

    private static long queued(JobEvent event) {
        return switch (event) {
            case JobQueued _, JobRequeued _, JobReleased _, JobRetried _ -> 1;
            case JobStarted _, JobCompleted _, JobFailed _, JobCancelled _ -> 0;
        };
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
    }

    @Nullable Double averageWait(Predicate<UserId> who) {
        return average(sorted(waits, who, _ -> true));
    }

    @Nullable Double averageRun(Predicate<UserId> who) {
        return average(sorted(runs, who, _ -> true));
    }

    /// @param share of the runs, 0 to 1, that took no longer
    @Nullable Double run(double share, Predicate<UserId> who) {
        var all = sorted(runs, who, _ -> true);
        return all.isEmpty() ? null : all.get((int) Math.ceil(share * all.size()) - 1);
    }

    int runs() {
        return runs.size();
    }

    private static List<Double> sorted(
            List<Span> spans, Predicate<UserId> who, Predicate<Instant> when) {
        return spans.stream()
                .filter(span -> who.test(span.owner()) && when.test(span.at()))
                .map(Span::seconds)
                .sorted()
                .toList();
    }

    private static @Nullable Double average(List<Double> all) {
        return all.isEmpty()
                ? null
                : all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    List<Hour> lastDay(Instant now, Predicate<UserId> who) {
        var current = now.truncatedTo(ChronoUnit.HOURS);
        return IntStream.range(0, HOURS)
                .mapToObj(n -> current.minus(HOURS - 1 - n, ChronoUnit.HOURS))
                .map(
                        hour ->
                                new Hour(
                                        hour,
                                        count(hour, true, who),
                                        count(hour, false, who),
                                        average(sorted(waits, who, at -> isIn(hour, at))),
                                        average(sorted(runs, who, at -> isIn(hour, at))),
                                        queuedAtEndOf(hour, who),
                                        spent(hour, who)))
                .toList();
    }

    private static boolean isIn(Instant hour, Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).equals(hour);
    }

    private long queuedAtEndOf(Instant hour, Predicate<UserId> who) {
        return queueChanges.stream()
                .filter(change -> who.test(change.owner()))
                .filter(change -> change.at().isBefore(hour.plus(1, ChronoUnit.HOURS)))
                .mapToLong(QueueChange::by)
                .sum();
    }

    Spending spent(Predicate<UserId> who) {
        return sum(bills.stream().filter(bill -> who.test(bill.owner())));
    }

    private Spending spent(Instant hour, Predicate<UserId> who) {
        return sum(
                bills.stream()
                        .filter(bill -> who.test(bill.owner()))
                        .filter(bill -> isIn(hour, bill.at())));
    }

    private static Spending sum(Stream<Bill> bills) {
        return bills.map(Bill::spent).reduce(Spending.NONE, Spending::plus);
    }

    private long count(Instant hour, boolean completed, Predicate<UserId> who) {
        Stream<End> counted =
                ends.stream().filter(end -> end.completed() == completed && who.test(end.owner()));
        return counted.filter(end -> isIn(hour, end.at())).count();
    }
}
