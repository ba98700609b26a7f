package dev.atelier.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CommandLineTest {

    @Test
    void without_a_word_it_serves() {
        assertThat(CommandLine.parse(List.of()))
                .isEqualTo(new CommandLine(Command.SERVE, List.of(), false));
    }

    @Test
    void what_a_build_tool_adds_may_stand_anywhere() {
        var alone = CommandLine.parse(List.of("--with-parent"));
        assertThat(alone).isEqualTo(new CommandLine(Command.SERVE, List.of(), true));
        var after = CommandLine.parse(List.of("worker", "--with-parent"));
        assertThat(after).isEqualTo(new CommandLine(Command.WORKER, List.of(), true));
    }

    @Test
    void what_follows_the_command_is_for_the_command() {
        var line = CommandLine.parse(List.of("migrate", "now"));
        assertThat(line.options()).containsExactly("now");
        assertThatThrownBy(line::requireNoOptions)
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("now");
    }

    @Test
    void an_unknown_command_is_named() {
        assertThatThrownBy(() -> CommandLine.parse(List.of("dance")))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("dance");
    }
}
