package dev.atelier.adapters.ai.chat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// Takes a reply in as it streams, and tells how many shapes have been named so far.
final class Reply implements StreamingChatResponseHandler {

    private static final Pattern COUNT = Pattern.compile("\"count\"\\s*:\\s*(\\d{1,3})\\b");
    private static final String SHAPE = "\"label\"";

    private final Listener listener;
    private final StringBuilder text = new StringBuilder();
    private @Nullable ChatResponse response;
    private @Nullable Throwable error;
    private boolean streamsCall;
    private int shapes;
    private int searchedTo;

    Reply(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void onPartialResponse(String part) {
        text.append(part);
        var seen = shapes;
        for (int at = text.indexOf(SHAPE, searchedTo);
                at >= 0;
                at = text.indexOf(SHAPE, searchedTo)) {
            shapes++;
            searchedTo = at + SHAPE.length();
        }
        if (shapes > seen) {
            listener.progress(progress());
        }
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

    String text() {
        return text.toString();
    }

    @Nullable ChatResponse response() {
        return response;
    }

    @Nullable Throwable error() {
        return error;
    }

    private Progress progress() {
        var count = COUNT.matcher(text);
        if (!count.find() || Integer.parseInt(count.group(1)) < shapes) {
            return new Progress(Math.min(80, 20 + 2 * shapes), "Drawing object " + shapes);
        }
        var about = Integer.parseInt(count.group(1));
        return new Progress(
                20 + 65 * shapes / about, "Drawing " + shapes + " of about " + about + " objects");
    }
}
