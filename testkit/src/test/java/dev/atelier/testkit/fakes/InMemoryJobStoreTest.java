package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobStoreContract;

final class InMemoryJobStoreTest extends InMemoryContract implements JobStoreContract {}
