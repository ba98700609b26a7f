package dev.atelier.adapters.ai.chat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/// A model that says what a test tells it to, piece by piece, on a clock of its own. It knows what
/// it was asked.
final class ScriptedModel implements StreamingChatModel {

    static final Duration PER_PIECE = Duration.ofMillis(50);

    private final Queue<Script> scripts = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private int pieceLength = 4;
    private int said;

    private interface Script {

        void play(StreamingChatResponseHandler handler);
    }

    ScriptedModel inPiecesOf(int length) {
        pieceLength = length;
        return this;
    }

    ScriptedModel says(String reply) {
        return says(reply, FinishReason.STOP);
    }

    ScriptedModel says(String reply, FinishReason reason) {
        return plays(
                handler -> {
                    stream(reply, handler);
                    handler.onCompleteResponse(response(reason));
                });
    }

    /// Says a word first, and then calls the tool, as some servers do: with all arguments at once.
    ScriptedModel calls(String arguments) {
        return plays(
                handler -> {
                    handler.onPartialResponse("Here it is: ");
                    var call =
                            ToolExecutionRequest.builder()
                                    .name("draw_picture")
                                    .arguments(arguments)
                                    .build();
                    handler.onCompleteToolCall(new CompleteToolCall(0, call));
                    handler.onCompleteResponse(response(FinishReason.TOOL_EXECUTION));
                });
    }

    ScriptedModel failsAfter(String beginning, RuntimeException error) {
        return plays(
                handler -> {
                    stream(beginning, handler);
                    handler.onError(error);
                });
    }

    /// Ends as if it had been interrupted from outside in the middle of the reply.
    ScriptedModel isInterruptedAfter(String beginning) {
        return plays(
                handler -> {
                    stream(beginning, handler);
                    Thread.currentThread().interrupt();
                    handler.onError(new IllegalStateException("closed"));
                });
    }

    private ScriptedModel plays(Script script) {
        scripts.add(script);
        return this;
    }

    ModelGenerator generator() {
        return generator(ReplyForm.SCHEMA);
    }

    ModelGenerator generator(ReplyForm form) {
        return new ModelGenerator(
                new Model("scripted", "model-1", () -> this, clock::get), form, _ -> List.of());
    }

    List<ChatRequest> requests() {
        return requests;
    }

    AtomicLong clock() {
        return clock;
    }

    /// How many characters of the current reply have been said.
    int said() {
        return said;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        requests.add(request);
        scripts.remove().play(handler);
    }

    private void stream(String reply, StreamingChatResponseHandler handler) {
        said = 0;
        while (said < reply.length()) {
            clock.addAndGet(PER_PIECE.toNanos());
            var piece = reply.substring(said, Math.min(reply.length(), said + pieceLength));
            said += piece.length();
            handler.onPartialResponse(piece);
        }
    }

    private static ChatResponse response(FinishReason reason) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from("-"))
                .modelName("model-1-2026")
                .tokenUsage(new TokenUsage(321, 123))
                .finishReason(reason)
                .build();
    }
}
