package dev.atelier.domain;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfALibrary {

    final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("planted");
}
