package dev.atelier.adapters.http.socketio;

/// Breaks a boundary on purpose: see BoundariesCanFailTest.
public final class PlantedUseOfJobs {

    final Class<?> user = dev.atelier.domain.job.AIJob.class;
}
