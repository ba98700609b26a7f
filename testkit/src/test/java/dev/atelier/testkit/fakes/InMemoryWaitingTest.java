package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.WaitingContract;

final class InMemoryWaitingTest extends InMemoryContract implements WaitingContract {}
