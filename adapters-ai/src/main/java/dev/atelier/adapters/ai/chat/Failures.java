package dev.atelier.adapters.ai.chat;

import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;

import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;

/// What it means for a job that a call failed. Messages are for users: they name neither hosts nor
/// keys.
final class Failures {

    private Failures() {}

    static Failure of(Throwable error) {
        if (find(error, Declined.class).isPresent()) {
            return refused();
        }
        if (find(error, Garbled.class).isPresent()) {
            return cutOff();
        }
        if (find(error, HttpTimeoutException.class).isPresent()) {
            return Failure.transientFailure("The AI provider did not answer in time");
        }
        return find(error, RefusedCall.class)
                .map(Failures::of)
                .orElseGet(
                        () -> Failure.transientFailure("The connection to the AI provider failed"));
    }

    static Failure refused() {
        return Failure.refused("The AI declined to draw this");
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

    private static Failure of(RefusedCall call) {
        var status = call.statusCode();
        if (status >= 500) {
            return notNow(call, "The AI provider has a problem of its own");
        }
        var complaint = call.complaint();
        if (complaint.isAboutContent()) {
            return refused();
        }
        if (status == 413 || complaint.isAboutLength()) {
            return Failure.permanent("The request is too large for the AI provider");
        }
        if (status == 402 || complaint.isAboutMoney()) {
            return Failure.permanent("The account at the AI provider has no credit left");
        }
        if (status == 401 || status == 403 || complaint.isAboutTheKey()) {
            return Failure.permanent("The AI provider rejected our credentials");
        }
        return switch (status) {
            case 404 -> Failure.permanent("The AI provider does not know the configured model");
            case 408, 409, 425 -> notNow(call, "The AI provider could not take the request now");
            case 429 ->
                    Failure.rateLimited(
                            "The AI provider is busy and asks us to wait", call.retryAfter());
            default -> Failure.permanent("The AI provider rejected the request");
        };
    }

    private static Failure notNow(RefusedCall call, String message) {
        return new Failure(Kind.TRANSIENT, message, call.retryAfter());
    }

    private static <T extends Throwable> Optional<T> find(Throwable error, Class<T> type) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
