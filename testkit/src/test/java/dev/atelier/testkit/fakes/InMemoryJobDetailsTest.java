package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobDetailsContract;

final class InMemoryJobDetailsTest extends InMemoryContract implements JobDetailsContract {}
