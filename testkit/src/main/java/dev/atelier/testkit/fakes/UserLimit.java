package dev.atelier.testkit.fakes;

import dev.atelier.domain.job.UserId;

/// How many jobs of one user may run at once. What is in use is counted from the running jobs.
record UserLimit(Ledger ledger, int jobsPerUser) {

    static UserLimit none(Ledger ledger) {
        return new UserLimit(ledger, Integer.MAX_VALUE);
    }

    boolean allowsAnother(UserId user) {
        var running =
                ledger.rows()
                        .filter(row -> row.isRunning() && row.job().owner().equals(user))
                        .count();
        return running < jobsPerUser;
    }
}
