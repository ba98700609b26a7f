package dev.atelier.bootstrap;

import dev.atelier.application.AIJobsApplication;

import java.util.List;

/// What a process does for the service. Whatever its role, it looks after abandoned and expired
/// jobs and tells receivers of ended ones, so that no role depends on another to lose nothing.
enum Role {
    ALL(true, true, List.of()),
    WORKER(true, false, List.of("role      worker: runs jobs, answers /health and /metrics")),
    API(false, true, List.of("role      api: answers requests, leaves jobs to workers"));

    private final boolean runsJobs;
    private final boolean servesUsers;
    private final List<String> announcement;

    Role(boolean runsJobs, boolean servesUsers, List<String> announcement) {
        this.runsJobs = runsJobs;
        this.servesUsers = servesUsers;
        this.announcement = announcement;
    }

    boolean runsJobs() {
        return runsJobs;
    }

    boolean servesUsers() {
        return servesUsers;
    }

    List<String> announcement() {
        return announcement;
    }

    AIJobsApplication.Settings in(AIJobsApplication.Settings settings) {
        return runsJobs ? settings : settings.withoutWork();
    }
}
