package dev.atelier.domain.job;

import java.util.UUID;

/// One lease of one running process. A process that loses its lease goes on under a new id.
public record WorkerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
