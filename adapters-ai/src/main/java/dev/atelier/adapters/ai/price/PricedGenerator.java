package dev.atelier.adapters.ai.price;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;

/// Says what each call of a generator cost, whether it succeeded or not. A call whose cost is known
/// already keeps it.
public final class PricedGenerator implements CanvasGenerator {

    private final CanvasGenerator generator;
    private final PriceList prices;

    public PricedGenerator(CanvasGenerator generator, PriceList prices) {
        this.generator = generator;
        this.prices = prices;
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        try {
            var generated = generator.generate(assignment, new Ear(listener));
            return new Generated(generated.design(), priced(generated.by()));
        } catch (GenerationFailed failed) {
            var by = failed.by();
            throw new GenerationFailed(
                    failed.failure(), by == null ? null : priced(by), failed.getCause());
        }
    }

    private GeneratedBy priced(GeneratedBy by) {
        return new GeneratedBy(by.calls().stream().map(this::priced).toList());
    }

    private ProviderCall priced(ProviderCall call) {
        return call.cost() != null
                ? call
                : call.costing(prices.cost(call.provider(), call.model(), call.usage()));
    }

    private final class Ear implements Listener {

        private final Listener listener;

        Ear(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void progress(Progress progress) {
            listener.progress(progress);
        }

        @Override
        public void partial(CanvasDesign soFar) {
            listener.partial(soFar);
        }

        @Override
        public void asked(GeneratedBy soFar) {
            listener.asked(priced(soFar));
        }
    }
}
