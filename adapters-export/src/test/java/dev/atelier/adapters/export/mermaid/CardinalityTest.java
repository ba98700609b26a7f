package dev.atelier.adapters.export.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CardinalityTest {

    @ParameterizedTest
    @CsvSource({
        "1-n, ||--o{",
        "1:n, ||--o{",
        "has 1 : N, ||--o{",
        "n:1, }o--||",
        "m:n, }o--o{",
        "1-1, ||--||",
        "one to one, ||--||",
        "One-to-many, ||--o{",
        "many to one, }o--||",
        "many to many, }o--o{",
        "1..* - 0..1, }|--o|",
        "* to 1..n, }o--|{",
        "places, ||--o{",
        "'', ||--o{",
        "Section 1-n2, ||--o{",
        "n-th order to one side, ||--o{",
        "someone to many, ||--o{",
    })
    void a_relation_says_how_many_it_joins_or_one_to_any_number(String label, String feet) {
        assertThat(Cardinality.of(label).text()).isEqualTo(feet);
    }
}
