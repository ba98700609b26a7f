package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.chat.Task.Reading;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Calls a provider's model, and keeps the record of each call.
final class Model {

    private final String provider;
    private final String name;
    private final Supplier<StreamingChatModel> factory;
    private final LongSupplier nanoTime;
    private @Nullable StreamingChatModel connection;

    Model(
            String provider,
            String name,
            Supplier<StreamingChatModel> factory,
            LongSupplier nanoTime) {
        this.provider = provider;
        this.name = name;
        this.factory = factory;
        this.nanoTime = nanoTime;
    }

    Round ask(ChatRequest request, Reading reading) throws InterruptedException {
        var watch = new Stopwatch(nanoTime);
        var reply =
                new Reply(
                        piece -> {
                            watch.piece(piece);
                            reading.take(piece);
                        });
        try {
            connection().chat(request, reply);
        } catch (RuntimeException e) {
            reply.onError(e);
        }
        watch.stop();
        stopIfInterrupted();
        var failure = failure(reply);
        return failure == null
                ? answered(reply, reading, watch)
                : failed(failure, reply, watch, reply.error());
    }

    /// A call that has only begun.
    ProviderCall asked() {
        return new ProviderCall(provider, name, null, null, null, null, null);
    }

    static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    private static @Nullable Failure failure(Reply reply) {
        var reason = reason(reply);
        if (reason == FinishReason.CONTENT_FILTER) {
            return Failures.refused();
        }
        if (reply.error() != null) {
            return Failures.of(reply.error());
        }
        return reason == null ? Failures.cutOff() : null;
    }

    private static @Nullable FinishReason reason(Reply reply) {
        var response = reply.response();
        return response == null ? null : response.metadata().finishReason();
    }

    private Round answered(Reply reply, Reading reading, Stopwatch watch)
            throws InterruptedException {
        try {
            var solution = reading.solution(reason(reply) == FinishReason.LENGTH);
            var error = solution.design() == null ? Failures.unreadable().message() : null;
            return new Round.Answered(call(reply, watch, error), reading.text(), solution);
        } catch (RepeatedRules e) {
            return failed(Failures.unreadable(), reply, watch, e);
        } catch (InvalidValue e) {
            return failed(Failures.noRoom(), reply, watch, e);
        }
    }

    private Round failed(Failure failure, Reply reply, Stopwatch watch, @Nullable Throwable cause) {
        return new Round.Failed(call(reply, watch, failure.message()), failure, cause);
    }

    private ProviderCall call(Reply reply, Stopwatch watch, @Nullable String error) {
        var response = reply.response();
        var answered = response == null ? null : response.metadata().modelName();
        return new ProviderCall(
                provider,
                answered == null ? name : answered,
                usage(response),
                null,
                watch.firstToken(),
                watch.duration(),
                error,
                watch.perPiece());
    }

    private static @Nullable Usage usage(@Nullable ChatResponse response) {
        var tokens = response == null ? null : response.metadata().tokenUsage();
        return tokens == null
                        || tokens.inputTokenCount() == null
                        || tokens.outputTokenCount() == null
                ? null
                : new Usage(tokens.inputTokenCount(), tokens.outputTokenCount());
    }

    private synchronized StreamingChatModel connection() {
        if (connection == null) {
            connection = factory.get();
        }
        return connection;
    }
}
