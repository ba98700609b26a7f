package dev.atelier.adapters.ai;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.Models;
import dev.atelier.domain.InvalidValue;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// AI providers, set up and ready to draw.
public final class AiAdapter {

    private final List<Candidate> candidates;
    private final CanvasGenerator generator;

    private AiAdapter(List<Candidate> candidates, InstantSource clock) {
        this.candidates = candidates;
        this.generator = new FailoverGenerator(candidates, clock);
    }

    /// The names that [AiSettings#order] may have.
    public static List<String> providers() {
        return ProviderCatalogue.names();
    }

    /// Cheap: nothing is loaded and nobody is called before the first brief.
    ///
    /// @throws InvalidValue if a provider does not exist or lacks a setting; the message names the
    ///   variable
    public static AiAdapter open(AiSettings settings) {
        return open(settings, InstantSource.system(), new Random());
    }

    /// The same, by another clock and another chance than the machine's.
    public static AiAdapter open(AiSettings settings, InstantSource clock, RandomGenerator random) {
        var candidates =
                settings.order().stream()
                        .map(name -> ProviderCatalogue.named(name).open(settings.of(name)))
                        .map(opened -> Candidate.of(opened, clock, random))
                        .toList();
        return new AiAdapter(candidates, clock);
    }

    /// Asks the preferred provider, and the next one where that helps; none while its gate is
    /// closed.
    public CanvasGenerator generator() {
        return generator;
    }

    public Models models() {
        return new GatedModels(candidates);
    }

    /// Loads what the first brief would have to wait for, in the background.
    public void warmUp() {
        Thread.ofPlatform().daemon().name("warm-up").start(new WarmUp());
    }
}
