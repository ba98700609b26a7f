package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.output.FinishReason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class SecondRoundTest {

    private static final Usage USAGE = new Usage(321, 123);

    private final ScriptedModel model = new ScriptedModel();
    private final Heard heard = new Heard();

    @Test
    void a_flawless_reply_is_all_that_is_asked_for() throws Exception {
        model.says(Said.TEA);

        var by = model.generator().generate(Asking.brief("Tea"), heard).by();

        assertThat(model.requests()).hasSize(1);
        assertThat(by.calls())
                .containsExactly(
                        new ProviderCall(
                                "scripted",
                                "model-1-2026",
                                USAGE,
                                null,
                                ScriptedModel.PER_PIECE,
                                ScriptedModel.PER_PIECE.multipliedBy(pieces(Said.TEA)),
                                null,
                                ScriptedModel.PER_PIECE));
    }

    @Test
    void what_cannot_be_mended_goes_back_to_the_model_as_data() throws Exception {
        model.says(Said.FLAWED).says(Said.TEA);

        model.generator().generate(Asking.brief("Tea"), heard);

        var first = model.requests().getFirst().messages();
        var second = model.requests().getLast().messages();
        assertThat(second.subList(0, 2)).isEqualTo(first);
        assertThat(second)
                .extracting(it -> it.type())
                .containsExactly(
                        ChatMessageType.SYSTEM,
                        ChatMessageType.USER,
                        ChatMessageType.AI,
                        ChatMessageType.USER);
        assertThat(((AiMessage) second.get(2)).text()).isEqualTo(Said.FLAWED);
        var problems = new ObjectMapper().readTree(((UserMessage) second.get(3)).singleText());
        assertThat(problems.at("/problems/0/about").asText()).isEqualTo("b -> z");
        assertThat(problems.at("/problems/0/problem").asText())
                .isEqualTo(Problem.UNKNOWN_ID.words());
        assertThat(problems.at("/problems/1/about").asText()).isEqualTo("a");
        assertThat(problems.path("problems")).hasSize(2);
        assertThat(model.requests().getLast().responseFormat())
                .isEqualTo(model.requests().getFirst().responseFormat());
    }

    @Test
    void the_better_picture_wins_and_both_calls_are_told() throws Exception {
        model.says(Said.FLAWED).says(Said.TEA);

        var generated = model.generator().generate(Asking.brief("Tea"), heard);

        assertThat(generated.design().title()).isEqualTo("Tea");
        assertThat(generated.by().calls()).hasSize(2);
        assertThat(generated.by().usage()).isEqualTo(new Usage(642, 246));
        assertThat(generated.by().calls().getLast().duration())
                .isEqualTo(ScriptedModel.PER_PIECE.multipliedBy(pieces(Said.TEA)));
    }

    @Test
    void each_call_is_told_when_it_begins_and_when_it_ends() throws Exception {
        model.says(Said.FLAWED).says(Said.TEA);

        var calls = model.generator().generate(Asking.brief("Tea"), heard).by().calls();

        var begun = new ProviderCall("scripted", "model-1", null, null, null, null, null);
        assertThat(heard.asked)
                .extracting(GeneratedBy::calls)
                .containsExactly(
                        List.of(begun),
                        List.of(calls.getFirst()),
                        List.of(calls.getFirst(), begun),
                        calls);
    }

    @Test
    void a_second_picture_with_as_many_flaws_wins_only_if_it_shows_more() throws Exception {
        var more = "\"nodes\": [{\"id\": \"m\", \"label\": \"More\"},";
        var other = Said.FLAWED.replace("Flawed", "Other");
        model.says(Said.FLAWED).says(other).says(Said.FLAWED);
        model.says(other.replace("\"nodes\": [", more));

        assertThat(draw().title()).isEqualTo("Flawed");
        assertThat(draw().title()).isEqualTo("Other");
    }

    @Test
    void the_first_picture_is_kept_where_the_second_call_fails() throws Exception {
        model.says(Said.FLAWED).failsAfter("{\"nodes\": [", new IllegalStateException("gone"));

        var generated = model.generator().generate(Asking.brief("Tea"), heard);

        assertThat(generated.design().title()).isEqualTo("Flawed");
        assertThat(generated.by().calls().getLast().error())
                .isEqualTo("The connection to the AI provider failed");
        assertThat(generated.by().calls().getLast().usage()).isNull();
        assertThat(generated.by().calls().getLast().firstToken())
                .isEqualTo(ScriptedModel.PER_PIECE);
    }

    @Test
    void the_first_picture_is_kept_where_the_second_reply_is_none() throws Exception {
        model.says(Said.FLAWED).says(Said.POEM);

        assertThat(draw().title()).isEqualTo("Flawed");
    }

    @Test
    void the_picture_that_is_there_stays_in_sight_during_the_second_round() throws Exception {
        model.says(Said.FLAWED).says(Said.TEA);

        model.generator().generate(Asking.brief("Tea"), heard);

        assertThat(heard.partials).extracting(it -> it.title()).containsOnly("Flawed");
        assertThat(heard.partials.getLast().objects())
                .hasSize(
                        heard.partials.stream()
                                .mapToInt(it -> it.objects().size())
                                .max()
                                .orElseThrow());
        assertThat(heard.progress).extracting(Progress::percent).isSorted();
        assertThat(heard.progress).extracting(Progress::message).contains("Asking for corrections");
    }

    @Test
    void a_reply_with_nothing_to_draw_is_asked_for_again_and_shown_while_it_grows()
            throws Exception {
        model.says(Said.POEM).says(Said.TEA);

        var generated = model.generator().generate(Asking.brief("Tea"), heard);

        SoundDesign.check(generated.design());
        assertThat(heard.partials).hasSizeGreaterThan(3);
        assertThat(generated.by().calls())
                .extracting(ProviderCall::error)
                .containsExactly("The AI's answer was not a diagram", null);
    }

    @Test
    void two_replies_with_nothing_to_draw_are_a_permanent_failure() {
        model.says(Said.POEM).says("");

        var failed = failure();

        assertThat(failed.failure().kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.failure().message()).isEqualTo("The AI's answer was not a diagram");
        assertThat(calls(failed)).hasSize(2).extracting(ProviderCall::usage).containsOnly(USAGE);
        assertThat(calls(failed).getLast().firstToken()).isNull();
    }

    @Test
    void an_empty_reply_is_not_handed_back_empty() throws Exception {
        model.says("").says(Said.TEA);

        draw();

        assertThat(((AiMessage) model.requests().getLast().messages().get(2)).text())
                .isEqualTo("{}");
    }

    @Test
    void nothing_to_draw_and_then_a_failed_call_is_that_failure() {
        model.says(Said.POEM).failsAfter("", new RefusedCall(429, "", Duration.ofSeconds(9)));

        var failed = failure();

        assertThat(failed.failure().kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failed.failure().retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(calls(failed)).hasSize(2);
    }

    @Test
    void a_failed_call_is_not_asked_again_but_told_with_what_is_known() {
        model.failsAfter("{", new RefusedCall(503, "busy", null));

        var failed = failure();

        assertThat(model.requests()).hasSize(1);
        assertThat(calls(failed))
                .containsExactly(
                        new ProviderCall(
                                "scripted",
                                "model-1",
                                null,
                                null,
                                ScriptedModel.PER_PIECE,
                                ScriptedModel.PER_PIECE,
                                failed.failure().message()));
    }

    @Test
    void a_reply_that_was_cut_off_is_asked_for_again_and_kept_if_it_does_not_get_better()
            throws Exception {
        var half = Said.TEA.substring(0, Said.TEA.indexOf("\"edges\""));
        model.says(half, FinishReason.LENGTH).says("{", FinishReason.LENGTH);

        assertThat(SoundDesign.labels(draw())).contains("Boil water", "Hot?", "Drink");
        assertThat(model.requests().getLast().messages().getLast().toString())
                .contains(Problem.CUT_OFF.words());
    }

    @Test
    void what_is_wrong_with_a_finished_design_goes_back_too() throws Exception {
        model.says(Said.TEA).says(Said.TEA);
        var checks =
                new ArrayList<>(
                        List.of(List.of(new Finding(Problem.BADLY_PLACED, "a and b overlap"))));
        var generator =
                new ModelGenerator(
                        new Model("scripted", "model-1", () -> model, model.clock()::get),
                        ReplyForm.SCHEMA,
                        _ -> checks.isEmpty() ? List.of() : checks.removeFirst());

        generator.generate(Asking.brief("Tea"), heard);

        assertThat(model.requests().getLast().messages().getLast().toString())
                .contains("a and b overlap");
    }

    @Test
    void an_interrupt_ends_the_second_round() {
        model.says(Said.FLAWED).isInterruptedAfter("{\"nodes\": [");

        assertThatThrownBy(() -> model.generator().generate(Asking.brief("Tea"), heard))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private CanvasDesign draw() throws InterruptedException {
        return model.generator().generate(Asking.brief("Tea"), heard).design();
    }

    private GenerationFailed failure() {
        var failed = catchThrowableOfType(GenerationFailed.class, this::draw);
        assertThat(failed).isNotNull();
        return failed;
    }

    private static List<ProviderCall> calls(GenerationFailed failed) {
        return requireNonNull(failed.by()).calls();
    }

    private static int pieces(String reply) {
        return (reply.length() + 3) / 4;
    }
}
