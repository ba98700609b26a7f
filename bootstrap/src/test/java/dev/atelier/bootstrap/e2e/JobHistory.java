package dev.atelier.bootstrap.e2e;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened to a user's jobs, as the database has it: the truth that watchers are held to.
record JobHistory(Database database, String user) {

    /// Of each job, in their order, in the words of [EventWatcher#moves].
    Map<String, List<String>> moves() {
        var moves = new LinkedHashMap<String, List<String>>();
        for (var line :
                database.query(
                        """
                        select job_id || ' ' || string_agg(type, ' ' order by version)
                        from ai_job_events where user_id = '%s' group by job_id
                        """
                                .formatted(user))) {
            var words = line.split(" ", -1);
            moves.put(words[0], Arrays.stream(words).skip(1).map(JobHistory::word).toList());
        }
        return moves;
    }

    long unended() {
        return database.count(
                "select count(*) from ai_jobs where status in ('queued', 'processing')"
                        + " and user_id = '%s'".formatted(user));
    }

    /// By job and place among its moves: when it was written, in microseconds of the epoch.
    Map<String, Long> writtenAt() {
        var written = new LinkedHashMap<String, Long>();
        for (var line :
                database.query(
                        """
                        select job_id || ' ' || version || ' '
                            || CAST(extract(epoch from logged_at) * 1000000 as bigint)
                        from ai_job_events where user_id = '%s'
                        """
                                .formatted(user))) {
            var words = line.split(" ", -1);
            written.put(words[0] + " " + words[1], Long.parseLong(words[2]));
        }
        return written;
    }

    private static String word(String type) {
        return switch (type) {
            case "queued", "released", "retried" -> "queued";
            case "started" -> "processing";
            case "requeued" -> "failed for now";
            default -> type;
        };
    }
}
