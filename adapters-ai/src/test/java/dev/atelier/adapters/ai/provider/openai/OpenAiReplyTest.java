package dev.atelier.adapters.ai.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.job.GeneratedBy.Usage;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class OpenAiReplyTest {

    private static final String TEA =
            """
            {"count": 3, "title": "Tea", "kind": "flowchart", "direction": "down", "groups": [],
             "nodes": [{"id": "a", "label": "Boil water", "kind": "start", "group": ""},
                       {"id": "b", "label": "Hot?", "kind": "decision", "group": ""},
                       {"id": "c", "label": "Drink", "kind": "end", "group": ""}],
             "edges": [{"from": "a", "to": "b", "text": ""}, {"from": "b", "to": "c", "text": "yes"},
                       {"from": "b", "to": "a", "text": "no"}],
             "shapes": []}
            """;

    private final List<Progress> heard = new ArrayList<>();

    @Test
    void a_streamed_diagram_becomes_a_sound_canvas() throws Exception {
        try (var server = new ModelServer(ModelServer.streaming(Events.reply(TEA)))) {
            var generated =
                    new OpenAiProvider()
                            .open(new ProviderSettings("sk-secret", "gpt-test", server.baseUrl()))
                            .generator()
                            .generate(Asking.brief("Explain tea"), heard::add);

            SoundDesign.check(generated.design());
            assertThat(generated.design().title()).isEqualTo("Tea");
            assertThat(SoundDesign.labels(generated.design()))
                    .contains("Boil water", "Hot?", "Drink", "yes", "no");
            assertThat(SoundDesign.lines(generated.design())).hasSize(3);
            assertThat(generated.by().provider()).isEqualTo("openai");
            assertThat(generated.by().model()).isEqualTo("gpt-test-2026");
            assertThat(generated.by().usage()).isEqualTo(new Usage(321, 123));
        }
    }

    @Test
    void progress_tells_how_far_the_drawing_is() throws Exception {
        ask(ModelServer.streaming(Events.reply(TEA)));

        assertThat(heard).extracting(Progress::percent).isSorted();
        assertThat(heard)
                .extracting(Progress::message)
                .containsExactly(
                        "Reading the instructions",
                        "Drawing 1 of about 3 objects",
                        "Drawing 2 of about 3 objects",
                        "Drawing 3 of about 3 objects",
                        "Laying out");
    }

    @Test
    void the_request_streams_asks_for_strict_json_and_keeps_the_users_words_apart()
            throws Exception {
        var request = ask(ModelServer.streaming(Events.reply(TEA)));

        var body = new ObjectMapper().readTree(request.substring(request.indexOf("\r\n\r\n")));
        assertThat(request).startsWith("POST /v1/chat/completions ");
        assertThat(request).containsIgnoringCase("authorization: bearer sk-secret");
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.at("/stream_options/include_usage").asBoolean()).isTrue();
        assertThat(body.path("model").asText()).isEqualTo("gpt-test");
        assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/0/content").asText()).doesNotContain("Explain");
        assertThat(body.at("/messages/1/content").asText())
                .isEqualTo("{\"instructions\":\"Explain \\\"tea\\\"\"}");
    }

    @Test
    void a_reply_cut_at_its_token_limit_is_drawn_as_far_as_it_goes() throws Exception {
        var half = TEA.substring(0, TEA.indexOf("\"edges\""));
        try (var server =
                new ModelServer(
                        ModelServer.streaming(
                                Events.delta("content", half),
                                Events.finish("length"),
                                Events.DONE))) {
            var design =
                    new OpenAiProvider()
                            .open(new ProviderSettings("k", null, server.baseUrl()))
                            .generator()
                            .generate(Asking.brief("Tea"), heard::add)
                            .design();

            assertThat(SoundDesign.labels(design)).contains("Boil water", "Hot?", "Drink");
        }
    }

    private String ask(ModelServer.Script script) throws Exception {
        try (var server = new ModelServer(script)) {
            new OpenAiProvider()
                    .open(new ProviderSettings("sk-secret", "gpt-test", server.baseUrl()))
                    .generator()
                    .generate(Asking.brief("Explain \"tea\""), heard::add);
            return server.requests().take();
        }
    }
}
