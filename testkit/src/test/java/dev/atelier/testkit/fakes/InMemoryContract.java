package dev.atelier.testkit.fakes;

import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.contract.JobsContract;
import dev.atelier.testkit.contract.JobsUnderTest;

import java.time.Duration;

/// A store in memory for each test.
abstract class InMemoryContract implements JobsContract {

    private final InMemoryJobs jobs =
            new InMemoryJobs(MutableClock.atNoon(), Duration.ofSeconds(30));

    @Override
    public JobsUnderTest jobs() {
        return jobs;
    }
}
