package dev.atelier.adapters.ai.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.HearsWhoIsAsked;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class PricedGeneratorTest {

    private static final PriceList PRICES =
            PriceRows.read("openai,api.openai.com,gpt-9,1,10,2026-01");
    private static final Failure BUSY = Failure.transientFailure("busy");

    @Test
    void every_call_is_told_what_it_cost() throws Exception {
        var asked =
                List.of(
                        call("gpt-9", new Usage(1000, 100), null),
                        call("gpt-8", new Usage(1000, 100), null),
                        call("gpt-9", null, null),
                        call("gpt-9", new Usage(7, 7), new BigDecimal("0.5")));

        var by = generate((_, _) -> new Generated(Jobs.DRAWN, new GeneratedBy(asked))).by();

        assertThat(by.calls())
                .extracting(ProviderCall::cost)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("0.002"), null, null, new BigDecimal("0.5"));
        assertThat(by.calls()).usingRecursiveComparison().ignoringFields("cost").isEqualTo(asked);
    }

    @Test
    void it_is_told_while_the_work_goes_on() throws Exception {
        var asked = new GeneratedBy("openai", "gpt-9", new Usage(1_000_000, 0));
        CanvasGenerator asks =
                (_, listener) -> {
                    listener.asked(asked);
                    return new Generated(Jobs.DRAWN, asked);
                };
        var told = new ArrayList<GeneratedBy>();

        var by =
                new PricedGenerator(asks, PRICES)
                        .generate(Asking.brief("a -> b"), new HearsWhoIsAsked(told::add))
                        .by();

        assertThat(told).containsExactly(by);
        assertThat(by.cost()).isEqualByComparingTo("1");
    }

    @Test
    void a_failure_costs_too_and_stays_what_it_is() {
        var reset = new IOException("reset");
        var asked = new GeneratedBy("openai", "gpt-9", new Usage(1_000_000, 0));

        var failed =
                catchThrowableOfType(
                        GenerationFailed.class,
                        () -> generate(failing(new GenerationFailed(BUSY, asked, reset))));

        assertThat(failed.failure()).isEqualTo(BUSY);
        assertThat(failed).hasCause(reset);
        assertThat(failed.by())
                .isNotNull()
                .extracting(GeneratedBy::cost)
                .isEqualTo(new BigDecimal("1.000000"));
    }

    @Test
    void nobody_asked_costs_nothing_that_is_known() {
        assertThatThrownBy(() -> generate(failing(new GenerationFailed(BUSY, null, null))))
                .isInstanceOfSatisfying(
                        GenerationFailed.class, failed -> assertThat(failed.by()).isNull());
    }

    @Test
    void an_interrupt_passes() {
        assertThatThrownBy(
                        () ->
                                generate(
                                        (_, _) -> {
                                            throw new InterruptedException();
                                        }))
                .isInstanceOf(InterruptedException.class);
    }

    private static Generated generate(CanvasGenerator generator) throws InterruptedException {
        return new PricedGenerator(generator, PRICES).generate(Asking.brief("a -> b"), _ -> {});
    }

    private static CanvasGenerator failing(GenerationFailed failed) {
        return (_, _) -> {
            throw failed;
        };
    }

    private static ProviderCall call(
            String model, @Nullable Usage usage, @Nullable BigDecimal cost) {
        return new ProviderCall(
                "openai", model, usage, cost, Duration.ofMillis(5), Duration.ofSeconds(1), "why");
    }
}
