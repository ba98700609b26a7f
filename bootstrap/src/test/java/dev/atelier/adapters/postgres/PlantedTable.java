package dev.atelier.adapters.postgres;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedTable {

    final int behaviour = 1;
}
