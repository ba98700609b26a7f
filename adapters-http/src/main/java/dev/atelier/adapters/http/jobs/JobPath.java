package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.NotFound;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.domain.job.JobId;

import io.helidon.webserver.http.ServerRequest;

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
        var text = request.path().pathParameters().get("id");
        if (!FORM.matcher(text).matches()) {
            throw NotFound.job();
        }
        var id = new JobId(UUID.fromString(text));
        Exchange.of(request).concerns(id);
        return id;
    }

    static String status(JobId id) {
        return "/api/ai-agent/job/" + id + "/status";
    }
}
