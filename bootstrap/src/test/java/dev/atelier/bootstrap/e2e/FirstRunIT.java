package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// A new user's first minute: no database, no key, nothing but the product.
final class FirstRunIT {

    @TempDir static Path home;

    private static Node node;
    private static Client dev;

    @BeforeAll
    static void start() {
        node = Node.start(Map.of("DATA_DIR", home.toString()));
        dev = node.client().as("dev");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void it_says_in_a_line_each_what_the_user_needs_to_know() {
        assertThat(node.output())
                .contains("address", "provider", "offline", "database", "embedded", "token");
    }

    @Test
    void health_has_the_shape_that_frontends_know() {
        var health = dev.get("/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body().path("status").asText()).isEqualTo("healthy");
        assertThat(health.body().path("database").asText()).isEqualTo("connected");
        var processor = health.body().path("job_processor");
        assertThat(processor.path("running").asBoolean()).isTrue();
        assertThat(processor.path("active_jobs").asInt(-1)).isBetween(0, 3);
        assertThat(processor.path("max_concurrent_jobs").asInt()).isEqualTo(3);
        assertThat(processor.path("processing_interval").asInt()).isEqualTo(5);
        assertThat(health.body().path("timestamp").asText()).isNotBlank();
    }

    @Test
    void a_simple_flowchart_has_labelled_shapes_bound_arrows_and_no_overlap() {
        var submitted =
                dev.post(
                        "/create-canvas",
                        "{\"instructions\": \"Create a simple flowchart\", \"style\": \"modern\","
                                + " \"colorScheme\": \"default\"}");
        assertThat(submitted.status()).isEqualTo(202);
        assertThat(submitted.body().path("success").asBoolean()).isTrue();
        assertThat(submitted.body().path("message").asText())
                .isEqualTo("Canvas creation job started");
        assertThat(submitted.body().path("status").asText()).isEqualTo("queued");
        var id = submitted.body().path("job_id").asText();

        Eventually.equal("completed", () -> dev.status(id));
        var result = dev.get("/job/" + id + "/result").body().path("result");
        var objects = StreamSupport.stream(result.path("objects").spliterator(), false).toList();
        var shapes = objects.stream().filter(FirstRunIT::isShape).toList();
        var arrows = objects.stream().filter(object -> type(object).equals("arrow")).toList();

        assertThat(shapes).hasSizeGreaterThanOrEqualTo(3);
        assertThat(shapes)
                .allSatisfy(
                        shape ->
                                assertThat(shape.path("properties").path("text").asText())
                                        .isNotBlank());
        assertThat(arrows).hasSizeGreaterThanOrEqualTo(2);
        var ids = shapes.stream().map(shape -> shape.path("id").asText()).toList();
        assertThat(arrows)
                .allSatisfy(
                        arrow -> {
                            assertThat(ids)
                                    .contains(arrow.path("properties").path("from").asText());
                            assertThat(ids).contains(arrow.path("properties").path("to").asText());
                        });
        assertThat(overlaps(shapes)).isEmpty();
    }

    @Test
    void the_web_page_is_at_the_address_that_was_printed() throws Exception {
        var page = open("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-security-policy")).isPresent();
        var script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(page.body());
        assertThat(script.find()).isTrue();
        assertThat(open(script.group(1)).headers().firstValue("cache-control").orElse(""))
                .contains("immutable");
    }

    private static HttpResponse<String> open(String path) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(node.client().address().resolve(path)).build();
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void the_synchronous_endpoint_answers_with_the_canvas() {
        var answer = dev.post("/create-canvas/sync", "{\"instructions\": \"a -> b -> c\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("canvas").path("objects")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void another_user_finds_nothing_of_it() {
        var id = dev.submit("a -> b");
        var stranger = dev.as("stranger");
        assertThat(stranger.get("/job/" + id + "/status").status()).isEqualTo(404);
        assertThat(stranger.get("/job/" + id + "/result").status()).isEqualTo(404);
        assertThat(stranger.post("/job/" + id + "/cancel", "").status()).isEqualTo(404);
        assertThat(stranger.post("/job/" + id + "/retry", "").status()).isEqualTo(404);
    }

    private static boolean isShape(JsonNode object) {
        return List.of("rectangle", "diamond", "circle", "star", "heart").contains(type(object));
    }

    private static String type(JsonNode object) {
        return object.path("object_type").asText();
    }

    private static List<String> overlaps(List<JsonNode> shapes) {
        var found = new ArrayList<String>();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                if (overlap(shapes.get(i).path("properties"), shapes.get(j).path("properties"))) {
                    found.add(shapes.get(i) + " and " + shapes.get(j));
                }
            }
        }
        return found;
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return overlap(one, other, "x", "width") && overlap(one, other, "y", "height");
    }

    private static boolean overlap(JsonNode one, JsonNode other, String start, String extent) {
        var from = start(one, start);
        var otherFrom = start(other, start);
        return from < otherFrom + extent(other, extent) && otherFrom < from + extent(one, extent);
    }

    private static double start(JsonNode shape, String start) {
        return shape.path(start).asDouble() - shape.path("radius").asDouble();
    }

    private static double extent(JsonNode shape, String extent) {
        return shape.has("radius")
                ? 2 * shape.path("radius").asDouble()
                : shape.path(extent).asDouble();
    }
}
