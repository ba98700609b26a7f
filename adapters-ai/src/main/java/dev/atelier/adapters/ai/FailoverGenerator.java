package dev.atelier.adapters.ai;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/// Asks one provider after the other until one answers. A failure that every provider would share,
/// such as refused content, is final at once; the last provider's failure is the attempt's.
final class FailoverGenerator implements CanvasGenerator {

    private static final Logger LOG = LoggerFactory.getLogger(FailoverGenerator.class);

    private final List<CanvasGenerator> providers;

    FailoverGenerator(List<CanvasGenerator> providers) {
        this.providers = List.copyOf(providers);
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        for (var provider : providers.subList(0, providers.size() - 1)) {
            try {
                return provider.generate(assignment, listener);
            } catch (GenerationFailed failed) {
                var kind = failed.failure().kind();
                if (kind == Failure.Kind.PERMANENT || kind == Failure.Kind.REFUSED) {
                    throw failed;
                }
                LOG.warn("asking the next provider: {}", failed.getMessage(), failed.getCause());
            }
        }
        return providers.getLast().generate(assignment, listener);
    }
}
