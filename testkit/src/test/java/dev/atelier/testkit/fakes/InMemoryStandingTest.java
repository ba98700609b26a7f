package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.StandingContract;

final class InMemoryStandingTest extends InMemoryContract implements StandingContract {}
