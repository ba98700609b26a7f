package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.chat.Round.Answered;
import dev.atelier.adapters.ai.chat.Round.Failed;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Asks a model, and once more where its reply leaves something to be desired that code cannot
/// mend. The better of the two replies counts.
final class Dialogue {

    private final Model model;
    private final Task task;
    private final Listener audience;
    private final Conversation conversation;
    private final List<ProviderCall> calls = new ArrayList<>();

    Dialogue(Model model, ReplyForm form, Task task, Listener audience) {
        this.model = model;
        this.task = task;
        this.audience = audience;
        this.conversation = new Conversation(task.question(), form);
    }

    Generated hold() throws InterruptedException {
        return switch (ask(true)) {
            case Failed(_, var failure, var cause) -> throw failed(failure, cause);
            case Answered first when first.solution().isFlawless() -> generated(first.solution());
            case Answered first -> generated(better(first));
        };
    }

    private Round ask(boolean shown) throws InterruptedException {
        tell(Stream.concat(calls.stream(), Stream.of(model.asked())));
        var round = model.ask(conversation.request(), task.read(audience, shown));
        calls.add(round.call());
        tell(calls.stream());
        return round;
    }

    private void tell(Stream<ProviderCall> soFar) {
        audience.asked(new GeneratedBy(soFar.toList()));
    }

    /// A picture that is there stays in sight until it is known whether the next one is better.
    private Solution better(Answered first) throws InterruptedException {
        var solution = first.solution();
        conversation.object(first.text(), solution.findings());
        if (solution.design() != null) {
            audience.partial(solution.design());
        }
        audience.progress(new Progress(90, "Asking for corrections"));
        return switch (ask(solution.design() == null)) {
            case Answered answered when answered.solution().isBetterThan(solution) ->
                    answered.solution();
            case Answered _ -> solution;
            case Failed _ when solution.design() != null -> solution;
            case Failed(_, var failure, var cause) -> throw failed(failure, cause);
        };
    }

    private Generated generated(Solution solution) {
        if (solution.design() == null) {
            throw failed(Failures.unreadable(), null);
        }
        return new Generated(solution.design(), new GeneratedBy(calls));
    }

    private GenerationFailed failed(Failure failure, @Nullable Throwable cause) {
        return new GenerationFailed(failure, new GeneratedBy(calls), cause);
    }
}
