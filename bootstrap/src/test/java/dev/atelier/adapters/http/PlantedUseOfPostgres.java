package dev.atelier.adapters.http;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfPostgres {

    final Class<?> neighbour = dev.atelier.adapters.postgres.PostgresAdapter.class;
}
