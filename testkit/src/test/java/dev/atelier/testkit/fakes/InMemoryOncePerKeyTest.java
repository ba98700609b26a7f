package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.OncePerKeyContract;

final class InMemoryOncePerKeyTest extends InMemoryContract implements OncePerKeyContract {}
