package dev.atelier.bootstrap;

import dev.atelier.application.AIJobsApplication;

import java.util.List;

/// What a process does for the service. Whatever its role, it looks after abandoned and expired
/// jobs and tells receivers of ended ones, so that no role depends on another to lose nothing.
enum Role {
    ALL,
    WORKER,
    API;

    boolean runsJobs() {
        return this != API;
    }

    boolean servesUsers() {
        return this != WORKER;
    }

    /// What the operator is told of it; nothing of the usual one.
    List<String> announcement() {
        return switch (this) {
            case ALL -> List.of();
            case WORKER -> List.of("role      worker: runs jobs, answers /health and /metrics");
            case API -> List.of("role      api: answers requests, leaves the jobs to workers");
        };
    }

    AIJobsApplication.Settings in(AIJobsApplication.Settings settings) {
        return runsJobs() ? settings : settings.withoutWork();
    }
}
