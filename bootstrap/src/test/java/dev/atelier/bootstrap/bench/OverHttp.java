package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;
import dev.atelier.bootstrap.bench.Wrk.Load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many jobs are taken in a second over HTTP, each durable before it is answered, from users
/// whose tokens are checked. Beside it the same server, which answers without having done anything:
/// what HTTP, tokens and the load generator take by themselves.
record OverHttp(int connections, Duration warmUp, Duration time) implements Measure {

    /// Until those are stored whose answers nobody waited for any more when the load ended.
    private static final Duration SETTLING = Duration.ofSeconds(1);

    @Override
    public Optional<String> lacking() {
        return Wrk.isThere()
                ? Optional.empty()
                : Optional.of("there is no wrk on the path (Debian: apt install wrk)");
    }

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        var generator = new NoOpGenerator(0, Duration.ZERO);
        try (var issuer = Issuer.start();
                var node = AssembledNode.start(database.url(), generator, 0)) {
            var wrk = Wrk.submitting(connections, tokens(issuer));
            var submitJob = node.application().submitJob();
            var accepted = submitJob.submit(Jobs.command(0, Jobs.USERS));
            try (var doingNothing = node.serve(_ -> accepted, issuer.settings());
                    var product = node.serve(submitJob, issuer.settings())) {
                wrk.run(product.port(), warmUp);
                wrk.run(doingNothing.port(), warmUp);
                var constant = take(database, wrk, doingNothing.port());
                return compared(take(database, wrk, product.port()), constant);
            }
        }
    }

    private static List<String> tokens(Issuer issuer) {
        return IntStream.range(0, Jobs.USERS)
                .mapToObj(n -> issuer.token(Jobs.owner(n, Jobs.USERS)))
                .toList();
    }

    private Taken take(Database database, Wrk wrk, int port) throws InterruptedException {
        var before = rows(database);
        database.execute("checkpoint");
        var meter = Meter.start(database);
        var load = wrk.run(port, time);
        var used = meter.figures((int) load.requests(), load.seconds());
        Thread.sleep(SETTLING);
        return new Taken(load, used, rows(database) - before);
    }

    private static long rows(Database database) {
        return database.number("select count(*) from ai_jobs");
    }

    private Map<String, Object> compared(Taken product, Taken constant) {
        var beyond = product.rows() - (product.load().requests() - product.load().refused());
        var figures = product.figures("");
        figures.putAll(constant.figures("constant: "));
        figures.put("ratio to constant", product.load().rate() / constant.load().rate());
        figures.put("rows beyond answers", beyond);
        var stored = beyond >= 0 && beyond <= connections && constant.rows() == 0;
        figures.put("ok", stored && product.load().isClean() && constant.load().isClean());
        return figures;
    }

    /// @param used of machine and server ([Meter])
    /// @param rows that were written
    private record Taken(Load load, Map<String, Object> used, long rows) {

        Map<String, Object> figures(String whose) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put(whose + "requests/s", load.rate());
            figures.put(whose + "p50 ms", load.p50());
            figures.put(whose + "p99 ms", load.p99());
            figures.put(whose + "not 2xx", load.refused());
            figures.put(whose + "broken", load.broken());
            used.entrySet().stream()
                    .filter(figure -> figure.getKey().contains("cpu"))
                    .forEach(figure -> figures.put(whose + figure.getKey(), figure.getValue()));
            return figures;
        }
    }
}
