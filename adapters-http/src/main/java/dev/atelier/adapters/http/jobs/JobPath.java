package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.NotFound;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.domain.job.JobId;

import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Which job a path names, and the path that names a job.
public final class JobPath {

    /// [UUID#fromString] would take far less for an id.
    private static final Pattern FORM =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private JobPath() {}

    /// @throws NotFound if this cannot be a job's id
    public static JobId id(ServerRequest request) {
        var id = parse(request.path().pathParameters().get("id")).orElseThrow(NotFound::job);
        Exchange.of(request).concerns(id);
        return id;
    }

    /// @return empty if this cannot be a job's id
    public static Optional<JobId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new JobId(UUID.fromString(text)))
                : Optional.empty();
    }

    static String status(JobId id) {
        return "/api/ai-agent/job/" + id + "/status";
    }
}
