package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.FairnessContract;

final class InMemoryFairnessTest extends InMemoryContract implements FairnessContract {}
