package dev.atelier.adapters.ai.wire;

import static dev.atelier.adapters.ai.wire.ModelServer.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.Failure.Kind;

import org.junit.jupiter.api.Test;

/// A provider whose protocol has words for content that it declines.
public interface DecliningProviderContract extends ModelProviderContract {

    @Test
    default void declined_content_is_a_refusal() throws Exception {
        assertThat(dialect().refusals()).isNotEmpty();
        for (var refusal : dialect().refusals()) {
            requireFailure(streaming(dialect(), refusal), Kind.REFUSED);
        }
    }
}
