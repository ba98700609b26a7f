package dev.atelier.adapters.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.http.Documented;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.testkit.openapi.Answer;
import dev.atelier.testkit.openapi.ApiContract;
import dev.atelier.testkit.openapi.ApiDocument;
import dev.atelier.testkit.openapi.Examples;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The server does what the OpenAPI document promises: each operation, each status, each field.
/// That no route lacks in the document is for `EveryRouteTest` to say.
class ContractTest {

    private static final Map<String, List<String>> JSON =
            Map.of("content-type", List.of("application/json"), "x-request-id", List.of("1"));

    @Test
    void everything_that_is_promised_happens_as_it_is_promised() {
        var driver = new Driver();
        var errors = new CommonErrors(driver);
        try (var server = TestServer.start()) {
            errors.driveOn(server);
            new SuccessesAndConflicts(driver, server).drive();
        }
        errors.driveOverTheLimit();
        errors.driveWithoutKeys();
        errors.driveClosedMetrics();

        assertThat(driver.operations()).hasSizeGreaterThan(30);
        assertThat(driver.unseen()).isEmpty();
    }

    @Test
    void the_examples_are_what_their_schemas_want() {
        assertThat(Examples.violations(Documented.contract())).isEmpty();
    }

    /// Each answer is right but for one thing.
    @Test
    void an_answer_that_was_not_promised_is_found() {
        var alive = "{\"success\":true,\"status\":\"alive\"}";

        assertThat(live(200, JSON, alive)).isEmpty();
        assertThat(live(418, JSON, alive)).singleElement().asString().contains("418");
        assertThat(live(200, JSON, "{\"success\":true}")).isNotEmpty();
        assertThat(live(200, JSON, "{\"success\":true,\"status\":7}")).isNotEmpty();
        assertThat(live(200, JSON, alive.replace("}", ",\"more\":1}")))
                .singleElement()
                .asString()
                .contains("more");
        assertThat(live(200, JSON, "alive")).isNotEmpty();
        assertThat(live(200, Map.of("content-type", List.of("application/json")), alive))
                .singleElement()
                .asString()
                .contains("lacks the field `x-request-id`");
        assertThat(live(200, with("content-type", "text/html"), alive)).isNotEmpty();
        assertThat(live(200, with("retry-after", "5"), alive))
                .singleElement()
                .asString()
                .contains("document it under `headers`");
    }

    @Test
    void a_path_or_a_method_that_is_not_documented_is_found() {
        var answer = new Answer(200, JSON, "{}");

        assertThat(Documented.contract().violations("GET", "/secret", answer)).isNotEmpty();
        assertThat(Documented.contract().violations("DELETE", "/jobs", answer)).isNotEmpty();
    }

    @Test
    void an_example_that_is_wrong_is_found() {
        var operations =
                """
                paths:
                  /a:
                    get:
                      operationId: a
                      responses:
                        '200':
                          description: A
                          content:
                            application/json:
                              schema: {type: integer}
                              example: %s
                """;
        var wrong = ApiDocument.parse(operations.formatted("one") + SCHEMAS);
        var right = ApiDocument.parse(operations.formatted("1") + SCHEMAS);

        assertThat(Examples.violations(new ApiContract(wrong))).hasSize(1);
        assertThat(Examples.violations(new ApiContract(right))).isEmpty();
    }

    @Test
    void an_operation_must_be_in_the_document_to_be_driven() {
        assertThatThrownBy(() -> new Driver().call("flyToTheMoon"))
                .hasMessageContaining("no operationId flyToTheMoon");
        assertThat(new Driver().unseen())
                .hasSizeGreaterThan(200)
                .first()
                .asString()
                .contains("take it out");
    }

    private static final String SCHEMAS = "components: {schemas: {}}\n";

    private static List<String> live(int status, Map<String, List<String>> fields, String body) {
        return Documented.contract()
                .violations("GET", "/health/live", new Answer(status, fields, body));
    }

    private static Map<String, List<String>> with(String name, String value) {
        var fields = new HashMap<>(JSON);
        fields.put(name, List.of(value));
        return fields;
    }
}
