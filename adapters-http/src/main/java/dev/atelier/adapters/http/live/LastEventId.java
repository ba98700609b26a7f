package dev.atelier.adapters.http.live;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.Bookmark.Seen;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a client goes on: the version of its job, or a [Bookmark]. What is neither counts as none,
/// for a browser could not help sending it again and again.
final class LastEventId {

    private static final HeaderName HEADER = HeaderNames.create("Last-Event-ID");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern BOOKMARK = Pattern.compile("([0-9a-z]{1,12})\\.([0-9A-Za-z_-]*)");

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /// Six bytes of a job's id and four of its version.
    private static final int ENTRY = 10;

    private LastEventId() {}

    static Optional<Long> version(ServerRequest request) {
        return request.headers()
                .first(HEADER)
                .filter(text -> VERSION.matcher(text).matches())
                .map(Long::parseLong);
    }

    static @Nullable Bookmark bookmark(ServerRequest request) {
        return request.headers().first(HEADER).flatMap(LastEventId::read).orElse(null);
    }

    /// @return null where there is no room for all that it knows
    static @Nullable String of(Bookmark bookmark) {
        if (bookmark.seen().size() > Bookmark.MAX_JOBS) {
            return null;
        }
        var entries = ByteBuffer.allocate(ENTRY * bookmark.seen().size());
        for (var seen : bookmark.seen()) {
            entries.putShort((short) (seen.job() >>> Integer.SIZE))
                    .putInt((int) seen.job())
                    .putInt((int) seen.version());
        }
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, bookmark.since()), 36)
                + "."
                + ENCODER.encodeToString(entries.array());
    }

    private static Optional<Bookmark> read(String text) {
        var parts = BOOKMARK.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var since = Instant.EPOCH.plus(Long.parseLong(parts.group(1), 36), ChronoUnit.MICROS);
            var entries = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(2)));
            var seen = new ArrayList<Seen>();
            while (entries.remaining() >= ENTRY) {
                var high = Short.toUnsignedLong(entries.getShort()) << Integer.SIZE;
                seen.add(
                        new Seen(
                                high | Integer.toUnsignedLong(entries.getInt()),
                                Integer.toUnsignedLong(entries.getInt())));
            }
            return Optional.of(new Bookmark(since, seen));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException none) {
            return Optional.empty();
        }
    }
}
