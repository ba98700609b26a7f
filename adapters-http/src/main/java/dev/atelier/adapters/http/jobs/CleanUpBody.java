package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.json.Members;
import dev.atelier.domain.InvalidValue;

import java.time.Duration;

/// What `POST /jobs/cleanup` takes.
record CleanUpBody(boolean everybodys, Duration age) {

    private static final int MAX_DAYS = 3650;

    static CleanUpBody read(Members in, Duration usualAge) {
        var age = in.integer("older_than_days", CleanUpBody::days);
        var all = in.text("scope", Scope::isAll);
        in.done();
        return new CleanUpBody(all.orElse(false), age.orElse(usualAge));
    }

    private static Duration days(Integer days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new InvalidValue("must be between 0 and " + MAX_DAYS);
        }
        return Duration.ofDays(days);
    }
}
