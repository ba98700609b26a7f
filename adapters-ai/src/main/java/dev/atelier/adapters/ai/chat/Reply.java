package dev.atelier.adapters.ai.chat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Takes in what a call brings, and passes the words on as they come.
final class Reply implements StreamingChatResponseHandler {

    private final Consumer<String> reader;
    private @Nullable ChatResponse response;
    private @Nullable Throwable error;
    private boolean streamsCall;

    Reply(Consumer<String> reader) {
        this.reader = reader;
    }

    @Override
    public void onPartialResponse(String part) {
        reader.accept(part);
    }

    /// The arguments of a tool call are the reply, and stream as text does.
    @Override
    public void onPartialToolCall(PartialToolCall part) {
        streamsCall = true;
        onPartialResponse(part.partialArguments());
    }

    /// Some servers send a call whole.
    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
        if (!streamsCall) {
            onPartialResponse(call.toolExecutionRequest().arguments());
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = complete;
    }

    /// The first error is the cause; what follows from it does not matter.
    @Override
    public void onError(Throwable cause) {
        if (error == null) {
            error = cause;
        }
    }

    @Nullable ChatResponse response() {
        return response;
    }

    @Nullable Throwable error() {
        return error;
    }
}
