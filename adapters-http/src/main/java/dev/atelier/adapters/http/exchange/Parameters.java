package dev.atelier.adapters.http.exchange;

import dev.atelier.adapters.http.json.Findings;
import dev.atelier.adapters.http.json.InvalidRequest;
import dev.atelier.domain.InvalidValue;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What one request asks for behind the question mark. Reading goes on over a wrong parameter, so
/// that [#done] can tell them all; values are only to be trusted after it. Parameters that nobody
/// asked for are left alone, and an empty one counts as absent.
public final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final UriQuery query;
    private final Findings findings = new Findings();

    private Parameters(UriQuery query) {
        this.query = query;
    }

    public static Parameters of(ServerRequest request) {
        return new Parameters(request.query());
    }

    public Findings findings() {
        return findings;
    }

    public <T> Optional<T> one(String name, Function<String, T> type) {
        return query.first(name)
                .asOptional()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> findings.check(name, () -> type.apply(text)));
    }

    /// All values of a parameter that may be repeated.
    public <T> List<T> all(String name, Function<String, T> type) {
        return query.all(name, List::of).stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> findings.check(name, () -> type.apply(text)).stream())
                .toList();
    }

    /// @throws InvalidRequest if a parameter was wrong
    public void done() {
        findings.requireNone();
    }

    /// @throws InvalidValue if this is no number from `least` to `most`
    public static int between(int least, int most, String text) {
        var number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new InvalidValue("must be between " + least + " and " + most);
        }
        return number;
    }

    /// @throws InvalidValue if this is none of the words
    public static String oneOf(Collection<String> words, String word) {
        if (!words.contains(word)) {
            throw new InvalidValue("must be one of " + String.join(", ", new TreeSet<>(words)));
        }
        return word;
    }
}
