package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobCatalogueContract;

final class InMemoryJobCatalogueTest extends InMemoryContract implements JobCatalogueContract {}
