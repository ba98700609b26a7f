package dev.atelier.adapters.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.adapters.postgres.Hint.News;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A [Hint] as payloads of notifications: `node|q|;user:e<id>m<id>;user:p<id>`. `q` stands for jobs
/// that were queued, `*` in place of the jobs for more than is said; an id has 22 characters.
final class HintText {

    /// A payload has fewer than 8,000 bytes (PostgreSQL manual, NOTIFY).
    static final int MAX_LENGTH = 7_900;

    private static final Map<News, Character> SIGNS =
            Map.of(News.PROGRESSED, 'p', News.MOVED, 'm', News.ENDED, 'e');
    private static final int ENTRY = 23;

    private HintText() {}

    static List<String> write(Hint hint, UUID node) {
        var start = node + "|" + (hint.queued() ? "q" : "") + "|";
        if (hint.lookAgain()) {
            return List.of(start + "*");
        }
        var payloads = new Payloads(start);
        byUser(hint)
                .forEach((user, entries) -> entries.forEach(entry -> payloads.add(user, entry)));
        return payloads.finished();
    }

    /// Names each user once in each payload.
    private static final class Payloads {

        private final List<String> full = new ArrayList<>();
        private final String start;
        private StringBuilder text;
        private String user = "";

        Payloads(String start) {
            this.start = start;
            this.text = new StringBuilder(start);
        }

        void add(String owner, String entry) {
            if (text.length() + owner.length() + 2 + ENTRY > MAX_LENGTH) {
                full.add(text.toString());
                text = new StringBuilder(start);
                user = "";
            }
            if (!owner.equals(user)) {
                text.append(';').append(owner).append(':');
                user = owner;
            }
            text.append(entry);
        }

        List<String> finished() {
            full.add(text.toString());
            return full;
        }
    }

    private static Map<String, List<String>> byUser(Hint hint) {
        var users = new HashMap<String, List<String>>();
        hint.jobs()
                .forEach(
                        (job, news) ->
                                users.computeIfAbsent(
                                                URLEncoder.encode(job.owner().value(), UTF_8),
                                                _ -> new ArrayList<>())
                                        .add(SIGNS.get(news) + id(job.job())));
        return users;
    }

    static boolean isFrom(UUID node, String payload) {
        return payload.startsWith(node + "|");
    }

    /// A payload of another form, as a newer node may send it, is a reason to look.
    static Hint read(String payload) {
        var parts = payload.split("\\|", -1);
        if (parts.length != 3 || parts[2].equals("*")) {
            return Hint.LOOK_AGAIN;
        }
        try {
            return new Hint(parts[1].contains("q"), jobs(parts[2]), false);
        } catch (RuntimeException unknown) {
            return Hint.LOOK_AGAIN;
        }
    }

    private static Map<Trace, News> jobs(String text) {
        var jobs = new HashMap<Trace, News>();
        for (var user : text.split(";", -1)) {
            var colon = user.indexOf(':');
            if (!user.isEmpty()) {
                var owner = new UserId(URLDecoder.decode(user.substring(0, colon), UTF_8));
                for (int at = colon + 1; at < user.length(); at += ENTRY) {
                    jobs.put(
                            new Trace(owner, id(user.substring(at + 1, at + ENTRY))),
                            news(user.charAt(at)));
                }
            }
        }
        return jobs;
    }

    private static News news(char sign) {
        return switch (sign) {
            case 'p' -> News.PROGRESSED;
            case 'm' -> News.MOVED;
            case 'e' -> News.ENDED;
            default -> throw new IllegalArgumentException("unknown news");
        };
    }

    private static String id(JobId job) {
        var bytes =
                ByteBuffer.allocate(16)
                        .putLong(job.value().getMostSignificantBits())
                        .putLong(job.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static JobId id(String text) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        return new JobId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
