package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.diagram.PictureReader;
import dev.atelier.adapters.ai.layout.DiagramLayout;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Wording;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Asks a chat model for a diagram and lays it out. One call per brief: whether to try again is not
/// decided here.
public final class ModelGenerator implements CanvasGenerator {

    private final String provider;
    private final String modelName;
    private final ReplyForm form;
    private final Supplier<StreamingChatModel> factory;
    private final DiagramLayout layout = new DiagramLayout();
    private @Nullable StreamingChatModel model;

    /// @param factory asked once, when the first brief comes; the model that it gives must stream
    ///   on the calling thread, as it does with [InterruptibleHttp]
    public ModelGenerator(
            String provider,
            String modelName,
            ReplyForm form,
            Supplier<StreamingChatModel> factory) {
        this.provider = provider;
        this.modelName = modelName;
        this.form = form;
        this.factory = factory;
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        var brief = assignment.brief();
        stopIfInterrupted();
        listener.progress(new Progress(5, "Reading the instructions"));
        var reply = ask(brief, listener);
        var picture = picture(reply, brief);
        listener.progress(new Progress(90, "Laying out"));
        var design = layout.place(picture, Theme.of(brief.style(), brief.colors()));
        return new Generated(design, by(reply.response()));
    }

    private Reply ask(CanvasBrief brief, Listener listener) throws InterruptedException {
        var reply = new Reply(listener);
        try {
            model().chat(CanvasPrompt.of(brief, form), reply);
        } catch (RuntimeException e) {
            reply.onError(e);
        }
        stopIfInterrupted();
        return reply;
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Picture picture(Reply reply, CanvasBrief brief) {
        var response = reply.response();
        var reason = response == null ? null : response.metadata().finishReason();
        if (reason == FinishReason.CONTENT_FILTER) {
            throw failed(Failures.refused(), reply);
        }
        if (reply.error() != null) {
            throw failed(Failures.of(reply.error()), reply);
        }
        if (reason == null) {
            throw failed(Failures.cutOff(), reply);
        }
        var title = Wording.tidy(brief.instructions().text(), 60);
        return PictureReader.read(reply.text(), title.isEmpty() ? "Diagram" : title)
                .orElseThrow(() -> failed(Failures.unreadable(), reply));
    }

    private GenerationFailed failed(Failure failure, Reply reply) {
        return new GenerationFailed(failure, by(reply.response()), reply.error());
    }

    private GeneratedBy by(@Nullable ChatResponse response) {
        if (response == null) {
            return new GeneratedBy(provider, modelName, null);
        }
        var answered = response.metadata().modelName();
        var tokens = response.metadata().tokenUsage();
        return new GeneratedBy(
                provider,
                answered == null ? modelName : answered,
                tokens == null
                                || tokens.inputTokenCount() == null
                                || tokens.outputTokenCount() == null
                        ? null
                        : new Usage(tokens.inputTokenCount(), tokens.outputTokenCount()));
    }

    private synchronized StreamingChatModel model() {
        if (model == null) {
            model = factory.get();
        }
        return model;
    }
}
