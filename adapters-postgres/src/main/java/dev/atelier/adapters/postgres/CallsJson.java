package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.PlainText;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;

/// Calls of providers as JSON. What is not known is left out; money is a decimal in a text and
/// durations are as in ISO 8601, so that both are read as they were written.
final class CallsJson {

    private CallsJson() {}

    static ArrayNode write(GeneratedBy by) {
        var calls = Json.array();
        by.calls().forEach(call -> calls.add(write(call)));
        return calls;
    }

    private static ObjectNode write(ProviderCall call) {
        var node = Json.object().put("provider", call.provider());
        put(node, "model", call.model());
        if (call.usage() != null) {
            node.put("input_tokens", call.usage().inputTokens())
                    .put("output_tokens", call.usage().outputTokens());
        }
        put(node, "cost_usd", call.cost());
        put(node, "first_token", call.firstToken());
        put(node, "duration", call.duration());
        put(node, "error", call.error());
        return node;
    }

    /// A model's name comes from its provider, and the database takes no NUL.
    private static void put(ObjectNode node, String member, @Nullable Object value) {
        if (value != null) {
            node.put(member, PlainText.clean(value.toString()));
        }
    }

    /// @return null where nobody was asked
    static @Nullable GeneratedBy read(JsonNode event) {
        if (!event.hasNonNull("calls")) {
            return event.hasNonNull("provider") ? readFlat(event) : null;
        }
        var calls = new ArrayList<ProviderCall>();
        event.get("calls").forEach(call -> calls.add(readCall(call)));
        return new GeneratedBy(calls);
    }

    /// Events once told of one call at most, among their own members.
    private static GeneratedBy readFlat(JsonNode event) {
        return new GeneratedBy(
                Json.text(event, "provider"), Json.textOrNull(event, "model"), usage(event));
    }

    private static ProviderCall readCall(JsonNode call) {
        var cost = Json.textOrNull(call, "cost_usd");
        return new ProviderCall(
                Json.text(call, "provider"),
                Json.textOrNull(call, "model"),
                usage(call),
                cost == null ? null : new BigDecimal(cost),
                duration(call, "first_token"),
                duration(call, "duration"),
                Json.textOrNull(call, "error"));
    }

    private static @Nullable Usage usage(JsonNode node) {
        return node.hasNonNull("input_tokens")
                ? new Usage(Json.whole(node, "input_tokens"), Json.whole(node, "output_tokens"))
                : null;
    }

    private static @Nullable Duration duration(JsonNode call, String member) {
        var text = Json.textOrNull(call, member);
        return text == null ? null : Duration.parse(text);
    }
}
