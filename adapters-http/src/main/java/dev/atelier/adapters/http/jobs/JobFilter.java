package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.Tags;

import java.util.Set;

/// The words that jobs can be asked for by. Each throws [dev.atelier.domain.InvalidValue].
public final class JobFilter {

    private static final Set<String> STATUSES =
            Set.of("queued", "processing", "completed", "failed", "cancelled");
    private static final Set<String> TYPES = Set.of(CreateCanvas.TYPE, ModifyCanvas.TYPE);

    private JobFilter() {}

    public static String status(String word) {
        return Parameters.oneOf(STATUSES, word);
    }

    public static String type(String word) {
        return Parameters.oneOf(TYPES, word);
    }

    public static String tag(String tag) {
        Tags.requireValid(tag);
        return tag;
    }
}
