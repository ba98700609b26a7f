package dev.atelier.adapters.ai.chat;

import dev.atelier.domain.job.Failure;
import dev.langchain4j.exception.HttpException;

import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;

/// What it means for a job that a call failed. Messages are for users: they name neither hosts nor
/// keys.
final class Failures {

    private Failures() {}

    static Failure of(Throwable error) {
        return find(error, HttpException.class)
                .map(Failures::ofStatus)
                .orElseGet(
                        () ->
                                find(error, HttpTimeoutException.class).isPresent()
                                        ? Failure.transientFailure(
                                                "The AI provider did not answer in time")
                                        : Failure.transientFailure(
                                                "The connection to the AI provider failed"));
    }

    static Failure refused() {
        return Failure.permanent("The AI declined to draw this");
    }

    static Failure cutOff() {
        return Failure.transientFailure("The AI's answer broke off");
    }

    static Failure unreadable() {
        return Failure.permanent("The AI's answer was not a diagram");
    }

    static Failure noRoom() {
        return Failure.permanent("The canvas has no room for what was asked");
    }

    private static Failure ofStatus(HttpException error) {
        return switch (error.statusCode()) {
            case 401, 403 -> Failure.permanent("The AI provider rejected our credentials");
            case 404 -> Failure.permanent("The AI provider does not know the configured model");
            case 413 -> Failure.permanent("The request is too large for the AI provider");
            case 429 -> rateLimited(error);
            case 408, 409, 425 ->
                    Failure.transientFailure("The AI provider could not take the request now");
            default ->
                    error.statusCode() >= 500
                            ? Failure.transientFailure("The AI provider has a problem of its own")
                            : rejected(error);
        };
    }

    private static Failure rateLimited(HttpException error) {
        var retryAfter = error instanceof RefusedCall refused ? refused.retryAfter() : null;
        return Failure.rateLimited("The AI provider is busy and asks us to wait", retryAfter);
    }

    private static Failure rejected(HttpException error) {
        var body = String.valueOf(error.getMessage());
        return body.contains("content_filter") || body.contains("content_policy")
                ? refused()
                : Failure.permanent("The AI provider rejected the request");
    }

    private static <T extends Throwable> Optional<T> find(Throwable error, Class<T> type) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
