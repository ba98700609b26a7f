package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.Forbidden;
import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.Findings;
import dev.atelier.adapters.http.security.Caller;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobStats;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /jobs/stats`: the caller's own, or everybody's for an administrator.
public record ShowStatsHandler(JobQueries queries) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();
        var everybodys = wantsAll(request);

        var stats = everybodys ? ofAll(caller) : queries.stats(caller.user());

        Answer.json(request, response, StatsView.of(stats));
    }

    private static boolean wantsAll(ServerRequest request) {
        var findings = new Findings();
        var word = request.query().first("scope").orElse("mine");
        var all = findings.check("scope", () -> Scope.isAll(word));
        findings.requireNone();
        return all.orElse(false);
    }

    private JobStats ofAll(Caller caller) {
        if (!caller.admin()) {
            throw new Forbidden("Only an administrator may see everybody's statistics");
        }
        return queries.statsOfAll();
    }
}
