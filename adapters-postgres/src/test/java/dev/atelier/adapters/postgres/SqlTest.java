package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SqlTest {

    private final Connections connections = Connections.open(new TestDatabase().settings());

    @AfterAll
    void hangUp() {
        connections.close();
    }

    private String text(String statement, String name, @Nullable Object value) {
        return connections
                .transactions()
                .each(sql -> sql.createGet(statement).addParam(name, value).execute())
                .map(row -> row.column("t").getString())
                .orElseThrow();
    }

    @Test
    void a_parameter_stands_wherever_it_is_named_and_not_where_it_is_quoted() {
        var statement = "select CAST(:word AS text) || ' :word ''?'' ' || CAST(:word AS text) as t";

        assertThat(text(statement, "word", "it's")).isEqualTo("it's :word '?' it's");
        assertThat(text(statement, "word", "again")).isEqualTo("again :word '?' again");
    }

    @Test
    void null_is_a_value() {
        assertThat(text("select coalesce(CAST(:a AS text), 'none') as t", "a", null))
                .isEqualTo("none");
    }

    @Test
    void a_parameter_that_was_forgotten_is_named() {
        assertThatThrownBy(() -> text("select CAST(:a AS text) as t", "b", "c"))
                .hasMessageContaining("parameter a has no value");
    }
}
