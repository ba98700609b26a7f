package dev.atelier.domain;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfBootstrap {

    final Class<?> main = dev.atelier.bootstrap.Main.class;
}
