package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobQueueContract;

final class InMemoryJobQueueTest extends InMemoryContract implements JobQueueContract {}
