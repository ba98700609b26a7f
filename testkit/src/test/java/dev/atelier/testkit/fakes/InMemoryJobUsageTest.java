package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobUsageContract;

final class InMemoryJobUsageTest extends InMemoryContract implements JobUsageContract {}
