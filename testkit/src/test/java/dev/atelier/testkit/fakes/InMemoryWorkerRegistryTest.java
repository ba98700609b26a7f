package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.WorkerRegistryContract;

final class InMemoryWorkerRegistryTest extends InMemoryContract implements WorkerRegistryContract {}
