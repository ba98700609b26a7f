package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.adapters.http.jobs.JobFilter;
import dev.atelier.adapters.http.jobs.JobPath;
import dev.atelier.adapters.http.json.Members;
import dev.atelier.adapters.http.json.Moment;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What `POST /admin/jobs/retry` and `/admin/jobs/cancel` take: which jobs, and how many at most.
record MoveManyBody(Selection which, int limit) {

    private static final int USUAL_LIMIT = 100;

    /// @param possible statuses from which a job can be moved
    static MoveManyBody read(Members in, Set<String> possible) {
        var statuses = in.texts("status", words -> statuses(words, possible));
        var type = in.text("job_type", JobFilter::type);
        var owner = in.text("user_id", UserId::new);
        var tag = in.text("tag", JobFilter::tag);
        var before = in.text("created_before", Moment::parse);
        var ids = in.texts("job_ids", MoveManyBody::ids);
        var limit = in.integer("limit", MoveManyBody::limit);
        in.done();

        var which =
                in.findings()
                        .check(
                                "filter",
                                () ->
                                        new Selection(
                                                statuses.orElse(Set.of()),
                                                type.orElse(null),
                                                owner.orElse(null),
                                                tag.orElse(null),
                                                before.orElse(null),
                                                ids.orElse(Set.of())));
        in.findings().requireNone();
        return new MoveManyBody(which.orElseThrow(), limit.orElse(USUAL_LIMIT));
    }

    private static Set<String> statuses(List<String> words, Set<String> possible) {
        if (words.isEmpty()) {
            throw new InvalidValue("must name a status");
        }
        words.forEach(word -> Parameters.oneOf(possible, word));
        return Set.copyOf(words);
    }

    private static Set<JobId> ids(List<String> texts) {
        if (texts.isEmpty() || texts.size() > MoveManyJobs.MOST) {
            throw new InvalidValue("must be 1 to " + MoveManyJobs.MOST + " ids");
        }
        var ids = new LinkedHashSet<JobId>();
        for (var text : texts) {
            ids.add(JobPath.parse(text).orElseThrow(() -> new InvalidValue("must be ids of jobs")));
        }
        return ids;
    }

    private static Integer limit(Integer number) {
        if (number < 1 || number > MoveManyJobs.MOST) {
            throw new InvalidValue("must be between 1 and " + MoveManyJobs.MOST);
        }
        return number;
    }
}
