package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobFeedContract;

final class InMemoryJobFeedTest extends InMemoryContract implements JobFeedContract {}
