package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads along as the events of a stream pass to LangChain4j, for what it lets slip: errors and
/// refusals in the middle of a reply, and events that make no sense. What ends the reply ends the
/// connection too.
final class WatchedEvents implements ServerSentEventListener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE = "[DONE]";

    /// How Gemini and OpenAI say that a filter stopped the model, and Anthropic that it stopped
    /// itself.
    private static final Set<String> STOPPED_FOR_CONTENT =
            Set.of(
                    "content_filter",
                    "refusal",
                    "SAFETY",
                    "PROHIBITED_CONTENT",
                    "BLOCKLIST",
                    "SPII",
                    "RECITATION");

    private final ServerSentEventListener next;
    private final UnaryOperator<String> clean;

    /// @param clean takes credentials out of what a server says
    WatchedEvents(ServerSentEventListener next, UnaryOperator<String> clean) {
        this.next = next;
        this.clean = clean;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        next.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (event.data().isBlank()) {
            return;
        }
        try {
            var complaint = DONE.equals(event.data()) ? Optional.<Complaint>empty() : read(event);
            if (complaint.isPresent()) {
                fail(RefusedCall.within(complaint.get(), clean.apply(event.data())), context);
            } else {
                next.onEvent(event, context);
            }
        } catch (JsonProcessingException | RuntimeException e) {
            fail(new Garbled(e), context);
        }
    }

    /// A refusal is told at once, but the stream goes on: the usage comes last.
    private Optional<Complaint> read(ServerSentEvent event) throws JsonProcessingException {
        var json = JSON.readTree(event.data());
        if (isRefusal(json)) {
            next.onError(new Declined());
        }
        return Complaint.in(json);
    }

    private static boolean isRefusal(JsonNode json) {
        return !json.at("/choices/0/delta/refusal").asText("").isEmpty()
                || !json.at("/promptFeedback/blockReason").asText("").isEmpty()
                || STOPPED_FOR_CONTENT.contains(json.at("/choices/0/finish_reason").asText())
                || STOPPED_FOR_CONTENT.contains(json.at("/delta/stop_reason").asText())
                || STOPPED_FOR_CONTENT.contains(json.at("/candidates/0/finishReason").asText());
    }

    private void fail(RuntimeException error, ServerSentEventContext context) {
        next.onError(error);
        context.parsingHandle().cancel();
    }

    @Override
    public void onError(Throwable error) {
        next.onError(error);
    }

    @Override
    public void onClose() {
        next.onClose();
    }
}
