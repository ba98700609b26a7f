package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.ErasureContract;

final class InMemoryErasureTest extends InMemoryContract implements ErasureContract {}
