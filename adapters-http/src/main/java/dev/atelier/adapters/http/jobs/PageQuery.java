package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.json.Findings;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.UserId;

import io.helidon.common.uri.UriQuery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What `GET /jobs` can be asked for. Parameters that it does not know are left alone.
final class PageQuery {

    private static final Set<String> STATUSES =
            Set.of("queued", "processing", "completed", "failed", "cancelled");
    private static final Set<String> TYPES = Set.of(CreateCanvas.TYPE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int USUAL_LIMIT = 50;

    private final UriQuery query;
    private final Findings findings = new Findings();

    private PageQuery(UriQuery query) {
        this.query = query;
    }

    static PageRequest read(UriQuery query, UserId owner) {
        return new PageQuery(query).read(owner);
    }

    private PageRequest read(UserId owner) {
        var limit = one("limit", text -> between(1, 100, text));
        var offset = one("offset", text -> between(0, 10_000, text));
        var cursor = one("cursor", Cursor::parse);
        var type = one("job_type", text -> oneOf(TYPES, text));
        var tag = one("tag", PageQuery::tag);
        var statuses = all("status");
        statuses.forEach(word -> findings.check("status", () -> oneOf(STATUSES, word)));
        if (cursor.isPresent() && offset.orElse(0) > 0) {
            findings.add("offset", "cannot be used with a cursor");
        }
        findings.requireNone();
        return new PageRequest(
                owner,
                Set.copyOf(statuses),
                type.orElse(null),
                tag.orElse(null),
                cursor.orElse(null),
                offset.orElse(0),
                limit.orElse(USUAL_LIMIT));
    }

    private <T> Optional<T> one(String name, Function<String, T> type) {
        return query.first(name)
                .asOptional()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> findings.check(name, () -> type.apply(text)));
    }

    private List<String> all(String name) {
        return query.all(name, List::of).stream().filter(text -> !text.isEmpty()).toList();
    }

    private static int between(int least, int most, String text) {
        var number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new InvalidValue("must be between " + least + " and " + most);
        }
        return number;
    }

    private static String oneOf(Set<String> words, String word) {
        if (!words.contains(word)) {
            throw new InvalidValue("must be one of " + String.join(", ", new TreeSet<>(words)));
        }
        return word;
    }

    private static String tag(String tag) {
        Tags.requireValid(tag);
        return tag;
    }
}
