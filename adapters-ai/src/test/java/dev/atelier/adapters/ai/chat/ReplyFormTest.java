package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.adapters.ai.Asking;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ToolChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReplyFormTest {

    private final ScriptedModel model = new ScriptedModel();

    @ParameterizedTest
    @EnumSource
    void both_rounds_ask_for_the_same_form(ReplyForm form) throws Exception {
        model.says(Said.FLAWED).says(Said.TEA);

        model.generator(form).generate(Asking.brief("Tea"), _ -> {});

        assertThat(model.requests().getLast().parameters())
                .isEqualTo(model.requests().getFirst().parameters());
    }

    @Test
    void a_tool_has_to_be_called() throws Exception {
        model.says(Said.TEA);

        model.generator(ReplyForm.TOOL).generate(Asking.brief("Tea"), _ -> {});

        var request = model.requests().getFirst();
        assertThat(request.toolChoice()).isEqualTo(ToolChoice.REQUIRED);
        assertThat(request.toolSpecifications()).hasSize(1);
        assertThat(request.responseFormat()).isNull();
    }

    @Test
    void in_plain_form_the_rules_bring_the_schema() throws Exception {
        model.says(Said.TEA);

        model.generator(ReplyForm.PLAIN).generate(Asking.brief("Tea"), _ -> {});

        var request = model.requests().getFirst();
        assertThat(((SystemMessage) request.messages().getFirst()).text())
                .endsWith(PictureSchema.SCHEMA.text());
        assertThat(request.responseFormat()).isNull();
    }

    @Test
    void the_arguments_of_a_call_are_read_like_text() throws Exception {
        model.calls(Said.TEA);

        var design =
                model.generator(ReplyForm.TOOL).generate(Asking.brief("Tea"), _ -> {}).design();

        assertThat(design.title()).isEqualTo("Tea");
    }

    @ParameterizedTest
    @EnumSource
    void a_form_is_known_by_its_word(ReplyForm form) {
        assertThat(ReplyForm.parse(" " + form.word() + " ")).isEqualTo(form);
        assertThatThrownBy(() -> ReplyForm.parse("xml"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// OpenAI's strict mode takes nothing else.
    @Test
    void every_member_is_required_and_no_other_is_allowed() throws Exception {
        requireStrict(new ObjectMapper().readTree(PictureSchema.SCHEMA.text()));
        requireStrict(new ObjectMapper().readTree(RevisionSchema.SCHEMA.text()));
    }

    private static void requireStrict(JsonNode schema) {
        for (var object : schema.findParents("properties")) {
            assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(object.path("required").valueStream().map(JsonNode::asText))
                    .containsExactlyElementsOf(
                            object.path("properties")
                                    .propertyStream()
                                    .map(it -> it.getKey())
                                    .toList());
        }
    }
}
