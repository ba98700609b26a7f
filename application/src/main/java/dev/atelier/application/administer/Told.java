package dev.atelier.application.administer;

import dev.atelier.application.port.in.MoveManyJobs.Selection;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A selection in the words of a log.
final class Told {

    /// What users chose must not begin a line of the log.
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Told() {}

    static String of(Selection which) {
        var parts = new ArrayList<String>();
        parts.add("status " + String.join(", ", new TreeSet<>(which.statuses())));
        add(parts, "job_type", which.jobType());
        add(parts, "user_id", which.owner() == null ? null : which.owner().value());
        add(parts, "tag", which.tag());
        add(parts, "created_before", which.createdBefore());
        add(parts, "job_ids", which.ids().isEmpty() ? null : which.ids().size());
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + " " + LINE_BREAK.matcher(value.toString()).replaceAll(" "));
        }
    }
}
