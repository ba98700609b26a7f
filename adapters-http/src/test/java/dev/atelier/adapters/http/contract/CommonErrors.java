package dev.atelier.adapters.http.contract;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.testkit.openapi.Operation;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;

/// The errors that a document promises for many operations, made to happen for each that promises
/// them: a new operation is driven by what its own lines say, without a line here.
final class CommonErrors {

    private static final int TOO_LARGE = 70_000;

    /// Well-formed, and signed by a key that nobody has.
    private static final String FOREIGN_TOKEN =
            "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

    private final Driver driver;

    CommonErrors(Driver driver) {
        this.driver = driver;
    }

    void driveOn(TestServer server) {
        var user = server.tokenOf("alice");
        var root = server.tokenOfAdmin();
        for (var operation : driver.operations()) {
            var call = Call.of(operation).by(root);
            if (promises(operation, 401) && !operation.isOpen()) {
                driver.expect(401, call.by(""), server);
                driver.expect(401, call.by("nonsense"), server);
            }
            if (promises(operation, 403) && operation.path().startsWith("/admin/")) {
                driver.expect(403, call.by(user), server);
            }
            if (promises(operation, 404) && !operation.isOpen()) {
                driver.expect(404, call, server);
            }
            if (promises(operation, 400) && operation.takesBody()) {
                driver.expect(400, call.saying("{\"nonsense\":1}"), server);
                driver.expect(400, call.saying("{"), server);
            } else if (promises(operation, 400)) {
                driver.expect(400, call.asking(nonsense(operation)), server);
            }
            if (promises(operation, 413)) {
                driver.expect(413, call.saying(" ".repeat(TOO_LARGE)), server);
            }
            if (promises(operation, 415)) {
                driver.expect(415, call.saying("{}", "text/plain"), server);
            }
            server.send(
                    server.request(operation.path().replace("{id}", "x"), root)
                            .method("PUT", BodyPublishers.noBody()));
        }
    }

    /// Everybody's second request is one too many.
    void driveOverTheLimit() {
        try (var server = TestServer.start(TestSettings.allowingOneRequest())) {
            for (var operation : driver.operations()) {
                if (promises(operation, 429)) {
                    var admin = operation.path().startsWith("/admin/");
                    var user =
                            admin
                                    ? server.tokenOfAdmin(operation.id())
                                    : server.tokenOf(operation.id());
                    var call = Call.of(operation).by(user);
                    server.listen(call.to(server), "\n");
                    driver.expect(429, call, server);
                }
            }
        }
    }

    /// What only some may read who watch over the service.
    void driveClosedMetrics() {
        var call = driver.call("showMetrics");
        var guarded = TestSettings.withMetrics(new MetricsAccess.Token("a".repeat(32)));
        try (var server = TestServer.start(guarded)) {
            driver.expect(401, call.by(""), server);
        }
        try (var server = TestServer.start(TestSettings.withMetrics(new MetricsAccess.Closed()))) {
            driver.expect(403, call.by(""), server);
        }
    }

    /// The keys that tokens are checked with are out of reach; and there are no development tokens.
    void driveWithoutKeys() {
        var nowhere = URI.create("http://127.0.0.1:1/keys");
        var page = new TokenIssuer.Page(null, "x.firebaseapp.com");
        var issuer = new TokenIssuer.Firebase("x", nowhere, page);
        try (var server = TestServer.start(TestSettings.trusting(issuer))) {
            for (var operation : driver.operations()) {
                if (promises(operation, 503) && !operation.isOpen()) {
                    driver.expect(503, Call.of(operation).by(FOREIGN_TOKEN), server);
                }
            }
            driver.expect(404, driver.call("issueDevelopmentToken"), server);
        }
    }

    private static String nonsense(Operation operation) {
        return operation.parameters("query").stream()
                .map(it -> it.path("name").asText() + "=%00")
                .collect(Collectors.joining("&"));
    }

    private static boolean promises(Operation operation, int status) {
        return operation.statuses().contains(status);
    }
}
