package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.adapters.http.json.Members;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What `POST /admin/pause` and `/admin/resume` take.
///
/// @param provider null: all work
record PauseBody(@Nullable String provider, @Nullable String reason) {

    private static final int LONGEST = 200;

    /// @param providers that there are
    static PauseBody toPause(Members in, Set<String> providers) {
        var provider = in.text("provider", word -> Parameters.oneOf(providers, word));
        var reason = in.text("reason", PauseBody::words);
        in.done();
        in.findings().requireNone();
        return new PauseBody(provider.orElse(null), reason.orElse(null));
    }

    /// Whatever was paused can be resumed, also where it is not set up any more.
    static PauseBody toResume(Members in) {
        var provider = in.text("provider", PauseBody::words);
        in.done();
        in.findings().requireNone();
        return new PauseBody(provider.orElse(null), null);
    }

    private static String words(String text) {
        var words = PlainText.requireClean(text.strip());
        if (words.isEmpty() || PlainText.length(words) > LONGEST) {
            throw new InvalidValue("must have 1 to " + LONGEST + " characters");
        }
        return words;
    }
}
