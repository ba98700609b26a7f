package dev.atelier.bootstrap.selftest;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.adapters.postgres.PostgresSettings;
import dev.atelier.adapters.postgres.witness.Tally;
import dev.atelier.adapters.postgres.witness.Witness;
import dev.atelier.application.submit.SubmitJobService;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One self-test: three worker processes in a schema of the test's own, thousands of jobs, and a
/// plan of faults. Whatever happens, the processes end and the schema goes.
public final class Selftest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /// No job may fail because it was taken from one worker after the other.
    private static final int RETRIES = 1_000;

    /// Of all slots, those that can be counted on while workers come and go.
    private static final double SLOTS_AT_WORK = 0.75 * FaultPlan.WORKERS * Task.SLOTS;

    private static final Duration SHORTEST_WORK = Duration.ofMillis(20);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(3);

    private final Options options;
    private final List<Step> plan;
    private final Witness witness;
    private final PostgresAdapter postgres;
    private final Crew crew;
    private final Submitters submitters;
    private final long start = System.nanoTime();

    /// Creates the schema.
    ///
    /// @param url of the database, which the test leaves as it finds it
    /// @throws dev.atelier.adapters.postgres.witness.NotAllowed if no schema may be created
    /// @throws dev.atelier.domain.InvalidValue if the URL cannot be one
    /// @throws dev.atelier.application.port.out.StoreUnavailable if the database does not answer
    public static Selftest prepare(String url, Options options) {
        var plan = FaultPlan.of(options);
        var schema = "atelier_selftest_" + UUID.randomUUID().toString().substring(0, 8);
        var task = new Task(schema, options.lease(), work(options, length(plan)));
        var settings = PostgresSettings.at(url).withSchema(schema).withLease(options.lease());
        return new Selftest(options, plan, task, settings);
    }

    private Selftest(Options options, List<Step> plan, Task task, PostgresSettings settings) {
        this.options = options;
        this.plan = plan;
        this.witness = PostgresAdapter.witness(named(settings, task, "witness").withPoolSize(2));
        this.postgres = PostgresAdapter.open(named(settings, task, "users"));
        this.crew = new Crew(task, settings.url(), witness);
        var submitJob =
                new SubmitJobService(
                        postgres.store(),
                        postgres.canvases(),
                        () -> new JobId(UuidCreator.getTimeOrderedEpochPlus1()),
                        postgres.clock(),
                        RETRIES);
        this.submitters =
                new Submitters(
                        submitJob, options.jobs(), length(plan).multipliedBy(2).dividedBy(3));
    }

    private static PostgresSettings named(PostgresSettings settings, Task task, String name) {
        return settings.withUrl(Crew.address(settings.url(), Crew.application(task, name)));
    }

    private static Duration length(List<Step> plan) {
        return plan.isEmpty() ? Duration.ZERO : plan.getLast().at();
    }

    /// So long that there is work as long as there are faults.
    private static Duration work(Options options, Duration length) {
        var millis = Math.round(length.toMillis() * SLOTS_AT_WORK / options.jobs());
        return Duration.ofMillis(
                Math.clamp(millis, SHORTEST_WORK.toMillis(), LONGEST_WORK.toMillis()));
    }

    /// @param out takes a line at a time
    /// @return whether the service did what it promises
    public boolean run(Consumer<String> out) throws InterruptedException {
        out.accept(
                "%d jobs, %d kills, %d freezes, %d cuts, a lease of %d s; about %d s"
                        .formatted(
                                options.jobs(),
                                options.kills(),
                                options.freezes(),
                                options.cuts(),
                                options.lease().toSeconds(),
                                length(plan).toSeconds() + 20));
        crew.start();
        await(crew::isUp);
        submitters.start();
        follow(out);
        submitters.awaitEnd(PATIENCE);
        var tally = awaitEnd();
        var verdict =
                new Verdict(
                        options,
                        submitters.acknowledged(),
                        tally,
                        Recoveries.of(crew.harms(), witness.takeovers()),
                        Duration.ofNanos(System.nanoTime() - start));
        verdict.lines().forEach(out);
        return verdict.passed();
    }

    private void follow(Consumer<String> out) throws InterruptedException {
        var begun = System.nanoTime();
        var done = 0;
        for (var step : plan) {
            Thread.sleep(
                    Duration.ofNanos(Math.max(0, begun + step.at().toNanos() - System.nanoTime())));
            crew.meet(step);
            done++;
            if (done % 10 == 0) {
                out.accept(progress(done));
            }
        }
    }

    private String progress(int done) {
        var tally = witness.tally();
        return "  %d of %d steps: %d submitted, %d completed"
                .formatted(done, plan.size(), submitters.acknowledged(), tally.completed());
    }

    /// Waits as long as jobs go on being completed.
    private Tally awaitEnd() throws InterruptedException {
        var tally = witness.tally();
        var progressAt = System.nanoTime();
        while (tally.open() > 0 && System.nanoTime() - progressAt < PATIENCE.toNanos()) {
            Thread.sleep(BETWEEN_LOOKS);
            var now = witness.tally();
            if (now.completed() > tally.completed()) {
                progressAt = System.nanoTime();
            }
            tally = now;
        }
        return tally;
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (crew.isBroken() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("the worker processes do not start");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    @Override
    public void close() {
        submitters.close();
        crew.close();
        postgres.close();
        witness.dropSchema();
        witness.close();
    }
}
