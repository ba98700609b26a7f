package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.json.Findings;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.IdempotencyKey;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a submission says beside its body.
final class SubmitHeaders {

    static final Duration MAX_WAIT = Duration.ofSeconds(60);
    static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    static final HeaderName PREFER = HeaderNames.create("Prefer");

    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    private static final Pattern TRACE =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern WAIT =
            Pattern.compile("wait\\s*=\\s*\"?([0-9]{1,6})\"?", Pattern.CASE_INSENSITIVE);

    private SubmitHeaders() {}

    static Optional<IdempotencyKey> idempotencyKey(ServerRequest request, Findings findings) {
        var values = request.headers().all(IDEMPOTENCY_KEY, List::of);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return findings.check(
                IDEMPOTENCY_KEY.defaultCase(),
                () -> {
                    if (values.size() > 1) {
                        throw new InvalidValue("must be there once");
                    }
                    return new IdempotencyKey(values.getFirst());
                });
    }

    /// `Prefer: wait=N` (RFC 7240), at most [#MAX_WAIT]. A preference that is not understood is
    /// none.
    static Optional<Duration> preferredWait(ServerRequest request) {
        return request.headers().all(PREFER, List::of).stream()
                .flatMap(preferences -> Stream.of(preferences.split("[,;]")))
                .map(preference -> WAIT.matcher(preference.strip()))
                .filter(Matcher::matches)
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                .map(wait -> wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT)
                .findFirst();
    }

    /// The W3C trace context, null if there is none or it is not well-formed.
    static @Nullable String traceparent(ServerRequest request) {
        return request.headers()
                .first(TRACEPARENT)
                .filter(value -> TRACE.matcher(value).matches())
                .orElse(null);
    }
}
