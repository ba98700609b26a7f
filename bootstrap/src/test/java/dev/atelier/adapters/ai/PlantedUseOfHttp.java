package dev.atelier.adapters.ai;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfHttp {

    final Class<?> neighbour = dev.atelier.adapters.http.HttpAdapter.class;
}
