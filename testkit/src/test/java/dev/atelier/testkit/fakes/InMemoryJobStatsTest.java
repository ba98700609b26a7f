package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobStatsContract;

final class InMemoryJobStatsTest extends InMemoryContract implements JobStatsContract {}
