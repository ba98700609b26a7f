package dev.atelier.adapters.ai;

import dev.atelier.application.port.out.Models;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The models with what their gates say of them. Current is the first that can be asked, or the
/// preferred one where none can.
record GatedModels(List<Candidate> candidates) implements Models {

    @Override
    public List<Model> all() {
        var pauses = candidates.stream().map(it -> it.gate().closedUntil()).toList();
        var current = Math.max(0, pauses.indexOf(Optional.empty()));
        return IntStream.range(0, pauses.size())
                .mapToObj(i -> candidates.get(i).model(i == current, pauses.get(i).orElse(null)))
                .toList();
    }

    @Override
    public int room() {
        var room = candidates.stream().mapToLong(it -> it.gate().room()).sum();
        return (int) Math.min(room, Integer.MAX_VALUE);
    }
}
