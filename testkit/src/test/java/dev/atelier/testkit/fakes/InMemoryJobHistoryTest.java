package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobHistoryContract;

final class InMemoryJobHistoryTest extends InMemoryContract implements JobHistoryContract {}
