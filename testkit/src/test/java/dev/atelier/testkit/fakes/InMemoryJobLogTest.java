package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobLogContract;

final class InMemoryJobLogTest extends InMemoryContract implements JobLogContract {}
