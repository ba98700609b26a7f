package dev.atelier.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class ModelsTest {

    private static final Instant SOON = Jobs.NOON.plusSeconds(5);
    private static final Instant LATER = Jobs.NOON.plusSeconds(50);
    private static final Model OPEN = new Model("offline", null, true);
    private static final Model PAUSED = new Model("openai", "a", false, LATER);

    @Test
    void are_not_paused_while_one_can_be_asked() {
        Models models = () -> List.of(PAUSED, OPEN);

        assertThat(models.pausedUntil()).isEmpty();
        assertThat(models.room()).isPositive();
        assertThat(models.current()).isEqualTo(OPEN);
    }

    @Test
    void are_paused_until_the_first_can_be_asked_again() {
        Models models = () -> List.of(PAUSED, new Model("anthropic", "b", false, SOON));

        assertThat(models.pausedUntil()).contains(SOON);
        assertThat(models.room()).isZero();
    }

    @Test
    void the_preferred_one_is_current_where_none_says_so() {
        Models models = () -> List.of(PAUSED);

        assertThat(models.current()).isEqualTo(PAUSED);
    }
}
