package dev.atelier.adapters.otel;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfHelidon {

    final Class<?> neighbour = io.helidon.webserver.WebServer.class;
}
