package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Estimate;
import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.application.port.in.JobQueries.Page;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.fakes.Ledger.Lease;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// [JobCatalogue] on a [Ledger].
final class InMemoryCatalogue implements JobCatalogue {

    private static final int ENOUGH_RUNS = 10;

    private final Ledger ledger;
    private final UserLimit limit;

    InMemoryCatalogue(Ledger ledger, UserLimit limit) {
        this.ledger = ledger;
        this.limit = limit;
    }

    @Override
    public Optional<JobDetails> details(JobId id, UserId owner) {
        return ledger.atomically(() -> Optional.ofNullable(ledger.row(id, owner)).map(this::of));
    }

    @Override
    public List<PastEvent> history(JobId id, UserId owner, int limit) {
        return ledger.atomically(
                () ->
                        Optional.ofNullable(ledger.row(id, owner))
                                .map(Row::events)
                                .map(
                                        all ->
                                                all.subList(
                                                        Math.max(0, all.size() - limit),
                                                        all.size()))
                                .orElse(List.of()));
    }

    @Override
    public Page page(PageRequest request) {
        return ledger.atomically(
                () -> {
                    var found =
                            ledger.rows()
                                    .filter(row -> matches(row.job(), request))
                                    .sorted(Comparator.comparing(InMemoryCatalogue::id).reversed())
                                    .skip(request.offset())
                                    .limit(request.limit() + 1L)
                                    .map(this::of)
                                    .toList();
                    if (found.size() <= request.limit()) {
                        return new Page(found, null);
                    }
                    var shown = found.subList(0, request.limit());
                    return new Page(shown, shown.getLast().job().id());
                });
    }

    private static boolean matches(AIJob job, PageRequest request) {
        var after = request.after();
        return job.owner().equals(request.owner())
                && (request.statuses().isEmpty() || request.statuses().contains(job.state().word()))
                && (request.jobType() == null || request.jobType().equals(job.request().type()))
                && (request.tag() == null || job.terms().tags().values().contains(request.tag()))
                && (after == null || job.id().value().compareTo(after.value()) < 0);
    }

    private static UUID id(Row row) {
        return row.job().id().value();
    }

    private JobDetails of(Row row) {
        return new JobDetails(row.job(), row.progress(), waiting(row), row.attempts());
    }

    private @Nullable Waiting waiting(Row row) {
        if (!(row.job().state() instanceof Queued(var notBefore))) {
            return null;
        }
        if (!row.isDue(ledger.now())) {
            var reason = row.job().retries().used() > 0 ? Reason.RETRY_BACKOFF : Reason.SCHEDULED;
            return new Waiting(reason, notBefore, null, null);
        }
        var before =
                (int)
                        ledger.lined()
                                .filter(other -> Line.ORDER.compare(other, row) < 0)
                                .limit(Waiting.MAX_POSITION)
                                .count();
        var reason = limit.allowsAnother(row.job().owner()) ? Reason.QUEUE : Reason.USER_LIMIT;
        return new Waiting(reason, null, before, estimate(before));
    }

    /// Jobs run in rounds, as many at once as live workers have slots.
    private @Nullable Estimate estimate(int position) {
        var slots =
                ledger.workers.entrySet().stream()
                        .filter(worker -> ledger.isAlive(worker.getKey()))
                        .map(Map.Entry::getValue)
                        .mapToInt(Lease::slots)
                        .sum();
        var median = ledger.measures.run(0.5, _ -> true);
        var slow = ledger.measures.run(0.9, _ -> true);
        if (slots == 0 || ledger.measures.runs() < ENOUGH_RUNS || median == null || slow == null) {
            return null;
        }
        var rounds = 1 + position / slots;
        return new Estimate(in(rounds * median), in(rounds * slow));
    }

    private Instant in(double seconds) {
        return ledger.now().plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    @Override
    public JobStats stats(UserId owner) {
        return ledger.atomically(() -> statsOf(owner::equals));
    }

    @Override
    public JobStats statsOfAll() {
        return ledger.atomically(() -> statsOf(_ -> true));
    }

    private JobStats statsOf(Predicate<UserId> who) {
        var now = ledger.now();
        var measures = ledger.measures;
        var counts =
                ledger.rows()
                        .map(Row::job)
                        .filter(job -> who.test(job.owner()))
                        .map(job -> job.state().word())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new JobStats(
                counts.getOrDefault("queued", 0L),
                counts.getOrDefault("processing", 0L),
                counts.getOrDefault("completed", 0L),
                counts.getOrDefault("failed", 0L),
                counts.getOrDefault("cancelled", 0L),
                measures.averageRun(who),
                measures.run(0.5, who),
                measures.run(0.95, who),
                measures.averageWait(who),
                oldestQueued(now, who),
                measures.spent(who),
                measures.lastDay(now, who));
    }

    private @Nullable Double oldestQueued(Instant now, Predicate<UserId> who) {
        return ledger.rows()
                .filter(row -> row.isDue(now) && who.test(row.job().owner()))
                .map(row -> Duration.between(row.dueSince(), now).toNanos() / 1e9)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public Pulse pulse() {
        return ledger.atomically(
                () ->
                        new Pulse(
                                (int)
                                        ledger.workers.keySet().stream()
                                                .filter(ledger::isAlive)
                                                .count(),
                                ledger.rows().filter(Row::isQueued).count()));
    }
}
