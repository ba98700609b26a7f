package dev.atelier.adapters.http;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedDoor {

    final int behaviour = 1;
}
