package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a server says went wrong, in an error's body or in the middle of a stream. Reads every
/// provider's form: `{"error": {"message", "type", "code"}}` (OpenAI), `{"type": "error", "error":
/// {"type", "message"}}` (Anthropic), `{"error": {"code", "status", "details"}}` (Google), and
/// `{"error": "message"}` (Ollama).
///
/// @param codes the words by which the provider sorts its errors, in lower case
/// @param retryDelay when to come back, where the body says so
record Complaint(Set<String> codes, String message, @Nullable Duration retryDelay) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> CONTENT =
            List.of("content_filter", "content_policy_violation", "responsibleaipolicyviolation");
    private static final List<String> LENGTH =
            List.of("context_length_exceeded", "request_too_large", "string_above_max_length");
    private static final List<String> MONEY =
            List.of("insufficient_quota", "billing_error", "billing_not_active");
    private static final List<String> KEY = List.of("api_key_invalid", "invalid_api_key");

    private static final Pattern CONTENT_WORDS =
            Pattern.compile("content filtering policy|content management policy");
    private static final Pattern LENGTH_WORDS =
            Pattern.compile(
                    "prompt is too long|request too large|input token count|input is too long"
                            + "|(context|maximum) (length|window|size)");
    private static final Pattern MONEY_WORDS =
            Pattern.compile("credit balance|insufficient balance");

    static Complaint of(String body) {
        return parsed(body)
                .flatMap(Complaint::in)
                .orElseGet(() -> new Complaint(Set.of(), body.toLowerCase(Locale.ROOT), null));
    }

    /// @return nothing if this is no complaint
    static Optional<Complaint> in(JsonNode json) {
        var error = (json.isArray() ? json.path(0) : json).path("error");
        if (error.isTextual()) {
            return Optional.of(new Complaint(Set.of(), lower(error), null));
        }
        return error.isObject() ? Optional.of(read(error)) : Optional.empty();
    }

    private static Complaint read(JsonNode error) {
        var codes = new LinkedHashSet<String>();
        for (var place : List.of("/code", "/status", "/type", "/innererror/code")) {
            codes.add(lower(error.at(place)));
        }
        Duration delay = null;
        for (var detail : error.path("details")) {
            codes.add(lower(detail.path("reason")));
            var told = RetryAfter.seconds(detail.path("retryDelay").asText("").replace("s", ""));
            delay = told == null ? delay : told;
        }
        codes.remove("");
        return new Complaint(codes, lower(error.path("message")), delay);
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static String lower(JsonNode text) {
        return text.asText("").toLowerCase(Locale.ROOT);
    }

    /// The HTTP status that stands for it where the stream began with 200.
    int status() {
        return codes.stream()
                .map(Complaint::status)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(500);
    }

    private static @Nullable Integer status(String code) {
        if (code.matches("[45]\\d\\d")) {
            return Integer.valueOf(code);
        }
        return switch (code) {
            case "invalid_request_error", "invalid_argument", "failed_precondition" -> 400;
            case "authentication_error", "unauthenticated" -> 401;
            case "permission_error", "permission_denied" -> 403;
            case "not_found_error", "not_found", "model_not_found" -> 404;
            case "request_too_large" -> 413;
            case "rate_limit_error", "rate_limit_exceeded", "resource_exhausted" -> 429;
            case "overloaded_error" -> 529;
            default -> null;
        };
    }

    boolean isAboutContent() {
        return says(CONTENT, CONTENT_WORDS);
    }

    boolean isAboutLength() {
        return says(LENGTH, LENGTH_WORDS);
    }

    boolean isAboutMoney() {
        return says(MONEY, MONEY_WORDS);
    }

    boolean isAboutTheKey() {
        return codes.stream().anyMatch(KEY::contains);
    }

    private boolean says(List<String> known, Pattern words) {
        return codes.stream().anyMatch(known::contains) || words.matcher(message).find();
    }
}
