package dev.atelier.application;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfAnAdapter {

    final Class<?> adapter = dev.atelier.adapters.ai.AiAdapter.class;
}
