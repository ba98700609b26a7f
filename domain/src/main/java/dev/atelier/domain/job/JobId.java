package dev.atelier.domain.job;

import java.util.UUID;

/// Identity of a job: a UUID of version 7, so that ids sort by the time of submission.
public record JobId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
