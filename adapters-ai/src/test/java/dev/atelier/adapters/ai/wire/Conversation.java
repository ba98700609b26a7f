package dev.atelier.adapters.ai.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.chat.Patience;
import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.Tuning;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.application.port.out.GenerationFailed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// A provider and a server that speaks its protocol, brought together.
///
/// @param provider made anew for each conversation, as patient as it is told to be
public record Conversation(Function<Patience, Provider> provider, Dialect dialect) {

    public static final String KEY = "sk-very-secret";
    public static final String MODEL = "test-model";
    public static final String WISH = "Explain \"tea\"";

    private static final Patience PATIENT =
            new Patience(Duration.ofMinutes(10), Duration.ofMinutes(10));

    public CanvasGenerator generator(String url, Patience patience, Tuning tuning) {
        return provider.apply(patience)
                .open(new ProviderSettings(KEY, MODEL, url, tuning))
                .generator();
    }

    public CanvasGenerator generator(ModelServer server) {
        return generator(server.url(dialect), PATIENT, Tuning.NONE);
    }

    public Generated drawing(ModelServer.Script script, Listener listener) throws Exception {
        try (var server = new ModelServer(script)) {
            return generator(server).generate(Asking.brief(WISH), listener);
        }
    }

    public Generated drawing(String reply) throws Exception {
        return drawing(ModelServer.streaming(dialect, dialect.reply(reply)), _ -> {});
    }

    /// What is sent to a server that replies with these frames.
    public SentRequest sent(Tuning tuning, List<String> frames) throws Exception {
        try (var server = new ModelServer(ModelServer.streaming(dialect, frames))) {
            generator(server.url(dialect), PATIENT, tuning).generate(Asking.brief(WISH), _ -> {});
            return server.requests().take();
        }
    }

    public SentRequest sent(Tuning tuning) throws Exception {
        return sent(tuning, dialect.reply(Replies.TEA));
    }

    public GenerationFailed failing(ModelServer.Script script) throws IOException {
        return failing(script, PATIENT);
    }

    public GenerationFailed failing(ModelServer.Script script, Patience patience)
            throws IOException {
        try (var server = new ModelServer(script)) {
            return failing(server.url(dialect), patience);
        }
    }

    public GenerationFailed failing(String url) {
        return failing(url, PATIENT);
    }

    /// No message may tell a user, and no cause the log, more than they should know.
    private GenerationFailed failing(String url, Patience patience) {
        var failed =
                catchThrowableOfType(
                        GenerationFailed.class,
                        () ->
                                generator(url, patience, Tuning.NONE)
                                        .generate(Asking.brief(WISH), _ -> {}));
        assertThat(failed).as("it fails").isNotNull();
        assertThat(failed.failure().message()).doesNotContain("127.0.0.1", "Exception", "{");
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(KEY);
        }
        return failed;
    }
}
