package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.price.PriceList;
import dev.atelier.adapters.ai.price.PricedGenerator;
import dev.atelier.adapters.ai.provider.Provider.Opened;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.ProviderSwitch;
import dev.atelier.domain.InvalidValue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// AI providers, set up and ready to draw.
public final class AiAdapter {

    private static final Duration QUIET = Duration.ofSeconds(1);

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

    /// The providers that settings ask for by a key, or by whatever else each of them takes for a
    /// sign, where nobody has chosen.
    public static List<String> meantBy(Map<String, ProviderSettings> settings) {
        return ProviderCatalogue.meantBy(settings);
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
        return open(settings, PriceList.load(), clock, random);
    }

    static AiAdapter open(
            AiSettings settings, PriceList prices, InstantSource clock, RandomGenerator random) {
        var candidates =
                settings.order().stream()
                        .map(name -> open(name, settings, prices))
                        .map(opened -> Candidate.of(opened, clock, random))
                        .toList();
        return new AiAdapter(candidates, clock);
    }

    private static Opened open(String name, AiSettings settings, PriceList prices) {
        var own = settings.of(name);
        var opened = ProviderCatalogue.named(name).open(own);
        return new Opened(
                opened.provider(),
                opened.model(),
                new PricedGenerator(opened.generator(), prices.at(own.baseUrl())));
    }

    /// Asks the preferred provider, and the next one where that helps; none while its gate is
    /// closed.
    public CanvasGenerator generator() {
        return generator;
    }

    public Models models() {
        return new GatedModels(candidates);
    }

    public ProviderSwitch providerSwitch() {
        return held -> candidates.forEach(it -> it.gate().hold(held.contains(it.name())));
    }

    /// Loads what the first brief would have to wait for, in the background, once the start is
    /// over: it takes a processor for a while, and the first to ask is whoever wants to know that
    /// all is well.
    public void warmUp() {
        var afterTheStart =
                CompletableFuture.delayedExecutor(
                        QUIET.toMillis(),
                        TimeUnit.MILLISECONDS,
                        work -> Thread.ofPlatform().daemon().name("warm-up").start(work));
        afterTheStart.execute(new WarmUp());
    }
}
