package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.StarvationContract;

final class InMemoryStarvationTest extends InMemoryContract implements StarvationContract {}
