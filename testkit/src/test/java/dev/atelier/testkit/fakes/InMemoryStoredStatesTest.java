package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.StoredStatesContract;

final class InMemoryStoredStatesTest extends InMemoryContract implements StoredStatesContract {}
