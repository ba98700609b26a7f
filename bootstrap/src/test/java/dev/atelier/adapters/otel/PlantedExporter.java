package dev.atelier.adapters.otel;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedExporter {

    final int behaviour = 1;
}
