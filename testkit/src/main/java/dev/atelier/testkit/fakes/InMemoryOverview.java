package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.Page;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.application.port.out.Overview;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.fakes.Ledger.Lease;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// [Overview] on a [Ledger].
final class InMemoryOverview implements Overview {

    private static final Comparator<AIJob> OLDEST_FIRST =
            Comparator.comparing(job -> job.id().value());

    private record Key(String provider, @Nullable String model) {}

    private record Call(ProviderCall call, Instant at) {}

    private final Ledger ledger;
    private final InMemoryCatalogue catalogue;

    InMemoryOverview(Ledger ledger, InMemoryCatalogue catalogue) {
        this.ledger = ledger;
        this.catalogue = catalogue;
    }

    private Stream<AIJob> jobs() {
        return ledger.rows().map(Row::job).sorted(OLDEST_FIRST);
    }

    @Override
    public Optional<UserId> ownerOf(JobId id) {
        return ledger.atomically(
                () -> jobs().filter(job -> job.id().equals(id)).map(AIJob::owner).findFirst());
    }

    @Override
    public Page page(Search search) {
        return ledger.atomically(
                () -> {
                    var found =
                            jobs().sorted(OLDEST_FIRST.reversed())
                                    .filter(job -> matches(job, search))
                                    .limit(search.limit() + 1L)
                                    .toList();
                    var shown = found.subList(0, Math.min(search.limit(), found.size()));
                    return new Page(
                            shown.stream().map(this::details).toList(),
                            shown.size() < found.size() ? shown.getLast().id() : null);
                });
    }

    private JobDetails details(AIJob job) {
        return catalogue.details(job.id(), job.owner()).orElseThrow();
    }

    private static boolean matches(AIJob job, Search search) {
        var after = search.after();
        return (after == null || job.id().value().compareTo(after.value()) < 0)
                && (search.statuses().isEmpty() || search.statuses().contains(job.state().word()))
                && matches(job, search.jobType(), search.owner(), search.tag());
    }

    private static boolean matches(
            AIJob job, @Nullable String type, @Nullable UserId owner, @Nullable String tag) {
        return (type == null || type.equals(job.request().type()))
                && (owner == null || owner.equals(job.owner()))
                && (tag == null || job.terms().tags().values().contains(tag));
    }

    @Override
    public List<AIJob> select(Selection which, int limit) {
        return ledger.atomically(
                () -> jobs().filter(job -> matches(job, which)).limit(limit).toList());
    }

    private static boolean matches(AIJob job, Selection which) {
        var before = which.createdBefore();
        return which.statuses().contains(job.state().word())
                && (which.ids().isEmpty() || which.ids().contains(job.id()))
                && (before == null || job.createdAt().isBefore(before))
                && matches(job, which.jobType(), which.owner(), which.tag());
    }

    @Override
    public List<WorkerStanding> workers() {
        return ledger.atomically(
                () ->
                        ledger.workers.entrySet().stream()
                                .filter(worker -> ledger.isAlive(worker.getKey()))
                                .map(worker -> standing(worker.getKey(), worker.getValue()))
                                .sorted(Comparator.comparing(WorkerStanding::startedAt))
                                .toList());
    }

    private WorkerStanding standing(WorkerId worker, Lease lease) {
        var running = ledger.rows().filter(row -> row.isHeldBy(worker)).count();
        return new WorkerStanding(
                worker, lease.slots(), (int) running, lease.startedAt(), lease.beatenAt());
    }

    @Override
    public List<Called> lastHour() {
        return ledger.atomically(
                () ->
                        calls()
                                .collect(Collectors.groupingBy(it -> key(it.call())))
                                .entrySet()
                                .stream()
                                .map(InMemoryOverview::called)
                                .toList());
    }

    private Stream<Call> calls() {
        var anHourAgo = ledger.now().minus(Duration.ofHours(1));
        return ledger.rows()
                .flatMap(row -> row.events().stream())
                .filter(event -> event.at().isAfter(anHourAgo))
                .flatMap(InMemoryOverview::calls);
    }

    private static Stream<Call> calls(PastEvent event) {
        var by = event.by();
        return by == null
                ? Stream.empty()
                : by.calls().stream().map(call -> new Call(call, event.at()));
    }

    private static Key key(ProviderCall call) {
        return new Key(call.provider(), call.model());
    }

    private static Called called(Map.Entry<Key, List<Call>> calls) {
        var failed = calls.getValue().stream().filter(it -> it.call().error() != null).toList();
        var last = failed.stream().max(Comparator.comparing(Call::at)).orElse(null);
        return new Called(
                calls.getKey().provider(),
                calls.getKey().model(),
                new CallRecord(
                        calls.getValue().size(),
                        failed.size(),
                        median(calls.getValue()),
                        last == null ? null : last.call().error(),
                        last == null ? null : last.at()));
    }

    private static @Nullable Double median(List<Call> calls) {
        var sorted =
                calls.stream()
                        .map(it -> it.call().duration())
                        .filter(Objects::nonNull)
                        .map(it -> it.toNanos() / 1e9)
                        .sorted()
                        .toList();
        if (sorted.isEmpty()) {
            return null;
        }
        var upper = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(upper)
                : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
    }
}
