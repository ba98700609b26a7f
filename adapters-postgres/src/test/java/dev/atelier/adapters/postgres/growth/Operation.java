package dev.atelier.adapters.postgres.growth;

import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.out.Retention;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Something that users or nodes do all the time.
record Operation(String name, Consumer<PostgresAdapter> work) {

    private static final Duration KEPT = Duration.ofHours(100);
    private static final UserId BUSY = new UserId("busy");
    private static final UserId USUAL = new UserId("user-3");
    private static final int HUNDRED = 100;

    static List<Operation> all() {
        return List.of(
                new Operation("submit", Operation::submit),
                new Operation("claim 3", it -> it.queue().claim(Jobs.aWorker(), 3)),
                new Operation("claim 100", it -> it.queue().claim(Jobs.aWorker(), HUNDRED)),
                new Operation("submit, run and complete", Operation::runOne),
                new Operation("look for abandoned jobs", it -> it.queue().abandoned(HUNDRED)),
                new Operation("page of a usual user", it -> page(it, USUAL, null, null)),
                new Operation("page of a busy user", it -> page(it, BUSY, null, null)),
                new Operation("page from the middle, busy user", Operation::middle),
                new Operation(
                        "page of failed jobs, busy user", it -> page(it, BUSY, "failed", null)),
                new Operation("page by a rare tag, busy user", it -> page(it, BUSY, null, "rare")),
                new Operation(
                        "page by an unknown tag, busy user", it -> page(it, BUSY, null, "no")),
                new Operation("statistics of a usual user", it -> it.catalogue().stats(USUAL)),
                new Operation("statistics of a busy user", it -> it.catalogue().stats(BUSY)),
                new Operation("statistics of all", it -> it.catalogue().statsOfAll()),
                new Operation("health", it -> it.catalogue().pulse()),
                new Operation("page of everybody's jobs", it -> search(it, Set.of(), null)),
                new Operation("everybody's failed jobs", it -> search(it, Set.of("failed"), null)),
                new Operation("everybody's jobs by a rare tag", it -> search(it, Set.of(), "rare")),
                new Operation("providers' last hour", it -> it.overview().lastHour()),
                new Operation(
                        "purge 100", it -> it.retention().purge(Retention.of(KEPT), HUNDRED)));
    }

    private static void submit(PostgresAdapter node) {
        node.store().add(Submission.by(USUAL).at(node.clock().instant()).made());
    }

    private static void runOne(PostgresAdapter node) {
        var now = node.clock().instant();
        var submitted = Submission.by(USUAL).at(now).made();
        node.store().add(submitted);
        var started = submitted.job().start(Jobs.aWorker(), now);
        node.store().save(started);
        node.store().save(Jobs.completion(started.job(), now));
    }

    private static void page(
            PostgresAdapter node, UserId owner, @Nullable String status, @Nullable String tag) {
        page(node, owner, status == null ? Set.of() : Set.of(status), tag, null);
    }

    /// Three days back.
    private static void middle(PostgresAdapter node) {
        var millis = node.clock().instant().minus(Duration.ofDays(3)).toEpochMilli();
        var place = new JobId(new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L));
        page(node, BUSY, Set.of(), null, place);
    }

    private static void page(
            PostgresAdapter node,
            UserId owner,
            Set<String> statuses,
            @Nullable String tag,
            @Nullable JobId after) {
        node.catalogue().page(new PageRequest(owner, statuses, null, tag, after, 0, 50));
    }

    private static void search(PostgresAdapter node, Set<String> statuses, @Nullable String tag) {
        node.overview().page(new Search(statuses, null, null, tag, null, 50));
    }
}
