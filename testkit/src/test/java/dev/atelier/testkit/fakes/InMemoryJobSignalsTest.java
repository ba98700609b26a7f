package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.JobSignalsContract;

final class InMemoryJobSignalsTest extends InMemoryContract implements JobSignalsContract {}
