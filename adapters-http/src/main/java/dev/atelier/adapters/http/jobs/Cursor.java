package dev.atelier.adapters.http.jobs;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobId;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/// Where the next page starts, as a text that means nothing to clients.
public final class Cursor {

    private static final int BYTES = 2 * Long.BYTES;

    private Cursor() {}

    public static String of(JobId last) {
        var bytes =
                ByteBuffer.allocate(BYTES)
                        .putLong(last.value().getMostSignificantBits())
                        .putLong(last.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws InvalidValue if we never gave out this cursor
    public static JobId parse(String cursor) {
        var bytes = decoded(cursor);
        if (bytes.remaining() != BYTES) {
            throw invalid();
        }
        return new JobId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static ByteBuffer decoded(String cursor) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static InvalidValue invalid() {
        return new InvalidValue("is not a cursor of ours");
    }
}
