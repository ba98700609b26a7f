package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.PauseBoardContract;

final class InMemoryPausesTest extends InMemoryContract implements PauseBoardContract {}
