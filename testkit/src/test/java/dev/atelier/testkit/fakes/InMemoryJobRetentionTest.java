package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobRetentionContract;

final class InMemoryJobRetentionTest extends InMemoryContract implements JobRetentionContract {}
