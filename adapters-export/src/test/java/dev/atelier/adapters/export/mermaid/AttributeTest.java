package dev.atelier.adapters.export.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.export.Labels;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttributeTest {

    @ParameterizedTest
    @CsvSource({
        "name, field name",
        "name: text, text name",
        "id : uuid PK, uuid id PK",
        "id (PK), field id PK",
        "varchar(255) email, varchar(255) email",
        "email string, string email",
        "FK customer_id, field customer_id FK",
        "first name, 'field first_name \"first name\"'",
        "2 prices, 'field prices \"2 prices\"'",
        "名前, 'field field \"名前\"'",
    })
    void a_detail_becomes_type_and_name_and_a_comment_where_that_is_not_all(
            String detail, String text) {
        assertThat(Attribute.of(detail).text()).isEqualTo(text);
    }

    @Property(tries = 300)
    void any_detail_is_an_attribute(@ForAll("details") String detail) {
        assertThat(Attribute.of(detail).text())
                .matches("[A-Za-z][\\w()]* [A-Za-z]\\w*( (PK|FK|UK))?( \"[^\"\\n]*\")?");
    }

    @Provide
    Arbitrary<String> details() {
        return Labels.any();
    }
}
