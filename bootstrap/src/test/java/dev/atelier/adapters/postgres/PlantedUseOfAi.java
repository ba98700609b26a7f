package dev.atelier.adapters.postgres;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfAi {

    final Class<?> neighbour = dev.atelier.adapters.ai.AiAdapter.class;
}
