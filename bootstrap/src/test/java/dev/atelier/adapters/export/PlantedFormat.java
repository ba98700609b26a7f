package dev.atelier.adapters.export;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedFormat {

    final int behaviour = 1;
}
