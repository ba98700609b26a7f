package dev.atelier.adapters.ai;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedSecondFacade {

    final int behaviour = 1;
}
