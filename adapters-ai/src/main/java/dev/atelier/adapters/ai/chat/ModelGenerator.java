package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.diagram.CanvasDiagram;
import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.adapters.ai.layout.DiagramLayout;
import dev.atelier.adapters.ai.provider.RisingProgress;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.langchain4j.model.chat.StreamingChatModel;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks a chat model for a diagram, or for a change to one, and lays it out. What the model got
/// wrong goes back to it once; whether to try again after a failure is not decided here.
public final class ModelGenerator implements CanvasGenerator {

    private final ReplyForm form;
    private final Model model;
    private final Studio studio;

    /// @param factory asked once, when the first brief comes; the model that it gives must stream
    ///   on the calling thread, as it does with [InterruptibleHttp]
    public ModelGenerator(
            String provider,
            String modelName,
            ReplyForm form,
            Supplier<StreamingChatModel> factory) {
        this(new Model(provider, modelName, factory, System::nanoTime), form, Inspection::of);
    }

    ModelGenerator(Model model, ReplyForm form, Function<CanvasDesign, List<Finding>> check) {
        this.form = form;
        this.model = model;
        this.studio = new Studio(new DiagramLayout(), check, model.nanoTime());
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        Model.stopIfInterrupted();
        var audience = new RisingProgress(listener);
        audience.progress(new Progress(5, "Reading the instructions"));
        return new Dialogue(model, form, task(assignment), audience).hold();
    }

    private Task task(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Draw(var brief) -> new Drawing(brief, studio, design -> design);
            case Assignment.Revise(var brief, var canvas) ->
                    CanvasDiagram.of(canvas.design())
                            .<Task>map(before -> new Revising(brief, canvas, before, studio))
                            .orElseGet(
                                    () ->
                                            new Drawing(
                                                    brief,
                                                    studio,
                                                    design ->
                                                            canvas.add(design).canvas().design()));
        };
    }
}
