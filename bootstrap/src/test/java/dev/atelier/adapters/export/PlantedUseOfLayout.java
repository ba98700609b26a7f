package dev.atelier.adapters.export;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfLayout {

    final Class<?> neighbour = dev.atelier.adapters.ai.AiAdapter.class;
}
