package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How many waiting jobs, which tell of their progress, are done in a second while each of their
/// owners watches over HTTP, and while nobody does. Nobody comes first and last, so that what grows
/// warmer or larger meanwhile favours neither. The watchers live in the same process.
///
/// @param jobs a multiple of `owners`
record Watched(int jobs, int owners, int slots) implements Measure {

    private static final UserId OPERATOR = new UserId("operator");
    private static final int WORDS = 10;

    /// @param behind seconds from the durable end of all jobs until all watchers know
    /// @param events that all watchers received
    /// @param words of them, those that tell of progress
    /// @param ok whether every job was done once, and each watcher was told of all of theirs
    private record Drained(double seconds, double behind, long events, long words, boolean ok) {

        Drained and(Drained next) {
            return new Drained(
                    seconds + next.seconds,
                    behind + next.behind,
                    events + next.events,
                    words + next.words,
                    ok && next.ok);
        }
    }

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        try (var issuer = Issuer.start()) {
            var nobody = List.<String>of();
            var everybody = tokens(issuer);
            drain(database, issuer, everybody);
            var first = drain(database, issuer, nobody);
            var watched = drain(database, issuer, everybody);
            watched = watched.and(drain(database, issuer, everybody));
            var unwatched = first.and(drain(database, issuer, nobody));
            return figures(watched, unwatched, Drain.isWhole(database, 5L * jobs));
        }
    }

    private List<String> tokens(Issuer issuer) {
        return IntStream.range(0, owners)
                .mapToObj(n -> issuer.token(Jobs.owner(n, owners)))
                .toList();
    }

    private Drained drain(Database database, Issuer issuer, List<String> tokens)
            throws InterruptedException {
        var generator = new NoOpGenerator(jobs, Duration.ZERO);
        var talkative = new Talkative(generator, WORDS);
        try (var node = AssembledNode.start(database.url(), talkative, slots);
                var http = node.serve(node.application().submitJob(), issuer.settings())) {
            pauseAndFill(node);
            database.execute("checkpoint");
            try (var audience = Audience.open(http.port(), tokens)) {
                node.application().steerWork().resume(OPERATOR, null);
                while (generator.ended() < jobs || !database.isDone()) {
                    Thread.sleep(5);
                }
                var end = System.nanoTime();
                var told = audience.hearsOfAll(jobs / owners);
                return new Drained(
                        (end - generator.firstBegun()) / 1e9,
                        (System.nanoTime() - end) / 1e9,
                        audience.events(),
                        audience.words(),
                        told && generator.lost() == 0 && generator.twice() == 0);
            }
        }
    }

    private void pauseAndFill(AssembledNode node) throws InterruptedException {
        node.application().steerWork().pause(OPERATOR, null, null);
        Thread.sleep(1_000);
        Jobs.submit(node.application().submitJob(), jobs, 256, owners);
    }

    private Map<String, Object> figures(Drained watched, Drained unwatched, boolean whole) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("jobs/s", 2 * jobs / watched.seconds());
        figures.put("unwatched: jobs/s", 2 * jobs / unwatched.seconds());
        figures.put("ratio to unwatched", unwatched.seconds() / watched.seconds());
        figures.put("events", watched.events() / 2);
        figures.put("events of progress", watched.words() / 2);
        figures.put("behind ms", watched.behind() / 2 * 1e3);
        figures.put("ok", whole && watched.ok() && unwatched.ok());
        return figures;
    }
}
