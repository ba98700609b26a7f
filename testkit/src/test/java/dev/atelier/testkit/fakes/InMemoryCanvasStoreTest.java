package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.CanvasStoreContract;

final class InMemoryCanvasStoreTest extends InMemoryContract implements CanvasStoreContract {}
