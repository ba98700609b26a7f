package dev.atelier.adapters.postgres;

import static java.util.stream.Collectors.joining;

import dev.atelier.domain.job.JobId;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// What one node tells the others, as the payload of a notification: `node|q|id,id`. `q` stands for
/// jobs that were queued, `*` in place of ids for more than fit.
///
/// @param lookAgain more happened than this says
record Hint(boolean queued, Set<JobId> ended, boolean lookAgain) {

    static final Hint NOTHING = new Hint(false, Set.of(), false);
    static final Hint QUEUED = new Hint(true, Set.of(), false);
    static final Hint LOOK_AGAIN = new Hint(true, Set.of(), true);

    /// A payload may have 8,000 bytes (PostgreSQL manual, NOTIFY), an id takes 37.
    private static final int MAX_IDS = 200;

    Hint {
        ended = Set.copyOf(ended);
    }

    static Hint ended(Set<JobId> jobs) {
        return new Hint(false, jobs, false);
    }

    Hint and(Hint other) {
        var all = new HashSet<>(ended);
        all.addAll(other.ended);
        var tooMany = all.size() > MAX_IDS;
        return new Hint(
                queued || other.queued,
                tooMany ? Set.of() : all,
                lookAgain || other.lookAgain || tooMany);
    }

    boolean saysNothing() {
        return equals(NOTHING);
    }

    String payload(UUID node) {
        var ids = ended.stream().map(JobId::toString).collect(joining(","));
        return node + "|" + (queued ? "q" : "") + "|" + (lookAgain ? "*" : ids);
    }

    static boolean isFrom(UUID node, String payload) {
        return payload.startsWith(node + "|");
    }

    /// A payload of another form, as a newer node may send it, is a reason to look.
    static Hint parse(String payload) {
        var parts = payload.split("\\|", -1);
        if (parts.length != 3 || parts[2].equals("*")) {
            return LOOK_AGAIN;
        }
        try {
            var ended = new HashSet<JobId>();
            Arrays.stream(parts[2].split(","))
                    .filter(id -> !id.isEmpty())
                    .forEach(id -> ended.add(new JobId(UUID.fromString(id))));
            return new Hint(parts[1].contains("q"), ended, false);
        } catch (IllegalArgumentException unknown) {
            return LOOK_AGAIN;
        }
    }
}
