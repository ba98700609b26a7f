package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.OverviewContract;

final class InMemoryOverviewTest extends InMemoryContract implements OverviewContract {}
