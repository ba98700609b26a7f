package dev.atelier.adapters.http.errors;

import dev.atelier.adapters.http.connection.Refusal;
import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.InvalidRequest;
import dev.atelier.adapters.http.json.Json;
import dev.atelier.adapters.http.json.MalformedJson;
import dev.atelier.adapters.http.json.UnsupportedMediaType;
import dev.atelier.adapters.http.limits.TooManyRequests;
import dev.atelier.adapters.http.security.KeysUnavailable;
import dev.atelier.adapters.http.security.Unauthenticated;
import dev.atelier.application.port.in.CanvasChanged;
import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.IdempotencyConflict;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.NoWebhook;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;

/// The one table of what goes wrong and how it is answered. An exception without a row is our
/// mistake: a 500 that says nothing, and a line in the log that says all.
public final class ErrorResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private ErrorResponses() {}

    static Problem problem(Exception exception) {
        var message = Objects.requireNonNullElse(exception.getMessage(), "");
        return switch (exception) {
            case MalformedJson _ -> Problem.of(Status.BAD_REQUEST_400, message);
            case InvalidRequest e ->
                    Problem.of(Status.BAD_REQUEST_400, "Invalid request", message)
                            .with("details", e.details());
            case Unauthenticated e ->
                    Problem.of(Status.UNAUTHORIZED_401, "Unauthorized", message)
                            .with(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, e.challenge()));
            case Forbidden _ -> Problem.of(Status.FORBIDDEN_403, message);
            case NotFound _ -> Problem.of(Status.NOT_FOUND_404, message);
            case JobNotFound _ -> Problem.of(Status.NOT_FOUND_404, "Job not found");
            case CanvasNotFound _ -> Problem.of(Status.NOT_FOUND_404, "Canvas not found");
            case MethodNotAllowed e ->
                    Problem.of(Status.METHOD_NOT_ALLOWED_405, "Method not allowed", message)
                            .with(HeaderValues.create(HeaderNames.ALLOW, e.allowed()));
            case NotAcceptable _ ->
                    Problem.of(Status.NOT_ACCEPTABLE_406, "Not acceptable", message);
            case IllegalTransition e -> about(e.job(), Status.CONFLICT_409, message);
            case JobNotCompleted e -> about(e.job(), Status.CONFLICT_409, message);
            case JobNotRunning e -> about(e.job(), Status.CONFLICT_409, message);
            case NoWebhook e -> about(e.job(), Status.CONFLICT_409, message);
            case CanvasChanged e ->
                    Problem.of(Status.CONFLICT_409, "Canvas has changed", message)
                            .with("version", e.version());
            case UnsupportedMediaType _ -> Problem.of(Status.UNSUPPORTED_MEDIA_TYPE_415, message);
            case IdempotencyConflict _ ->
                    Problem.of(Status.UNPROCESSABLE_CONTENT_422, "Idempotency conflict", message);
            case TooManyRequests e ->
                    Problem.of(Status.TOO_MANY_REQUESTS_429, "Rate limit exceeded", message)
                            .retryAfter(e.retryAfter());
            case JobGaveUp e -> about(e.job(), Status.BAD_GATEWAY_502, message);
            case StoreUnavailable _ -> unavailable("The database cannot be reached now");
            case KeysUnavailable _ -> unavailable("The token cannot be checked now");
            case InterruptedException _ ->
                    unavailable("The service is stopping").with(HeaderValues.CONNECTION_CLOSE);
            case Refusal e -> Problem.of(e.status(), message).with(HeaderValues.CONNECTION_CLOSE);
            case RequestException e ->
                    Problem.of(e.status(), e.status().reasonPhrase())
                            .with(HeaderValues.CONNECTION_CLOSE);
            default -> Problem.of(Status.INTERNAL_SERVER_ERROR_500, "Internal server error");
        };
    }

    public static void answer(ServerRequest request, ServerResponse response, Exception exception) {
        var problem = problem(exception);
        log(problem, exception);
        if (response.isSent()) {
            throw new CloseConnectionException("failed after the answer had begun", exception);
        }
        response.status(problem.status());
        problem.headers().forEach(response::header);
        var body = problem.with("request_id", Exchange.of(request).requestId());
        Answer.send(
                request,
                response,
                Problem.MEDIA_TYPE,
                Json.bytes(body.body(request.prologue().uriPath().rawPath())));
    }

    private static Problem about(AIJob job, Status status, String error) {
        return Problem.of(status, error)
                .with("job_id", job.id().toString())
                .with("job_status", job.state().word());
    }

    private static Problem unavailable(String error) {
        return Problem.of(Status.SERVICE_UNAVAILABLE_503, error).retryAfter(SOON);
    }

    private static void log(Problem problem, Exception exception) {
        if (problem.status().code() == Status.INTERNAL_SERVER_ERROR_500.code()) {
            LOG.error("a request failed in a way nobody expected", exception);
        } else if (problem.status().code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            LOG.warn("a request could not be served: {}", exception.toString());
        }
    }
}
