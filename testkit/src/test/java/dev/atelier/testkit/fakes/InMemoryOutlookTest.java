package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.OutlookContract;

final class InMemoryOutlookTest extends InMemoryContract implements OutlookContract {}
