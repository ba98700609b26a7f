package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobTimesContract;

final class InMemoryJobTimesTest extends InMemoryContract implements JobTimesContract {}
