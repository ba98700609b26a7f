package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.adapters.http.json.Members;
import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What `POST /admin/pause` and `/admin/resume` take.
///
/// @param provider null: all work
record PauseBody(@Nullable String provider, @Nullable String reason) {

    private static final int LONGEST_REASON = 200;

    /// @param providers that there are
    static PauseBody toPause(Members in, Set<String> providers) {
        var provider = in.text("provider", word -> Parameters.oneOf(providers, word));
        var reason = in.text("reason", PauseBody::reason);
        in.done();
        in.findings().requireNone();
        return new PauseBody(provider.orElse(null), reason.orElse(null));
    }

    /// Whatever was paused can be resumed, also where it is not set up any more.
    static PauseBody toResume(Members in) {
        var provider = in.text("provider", word -> word);
        in.done();
        in.findings().requireNone();
        return new PauseBody(provider.orElse(null), null);
    }

    private static String reason(String text) {
        if (text.isBlank() || text.length() > LONGEST_REASON) {
            throw new InvalidValue("must have 1 to " + LONGEST_REASON + " characters");
        }
        return text.strip();
    }
}
