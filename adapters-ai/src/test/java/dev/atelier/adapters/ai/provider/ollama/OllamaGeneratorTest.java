package dev.atelier.adapters.ai.provider.ollama;

import dev.atelier.adapters.ai.wire.Conversation;
import dev.atelier.adapters.ai.wire.ModelServer;
import dev.atelier.adapters.ai.wire.Replies;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.testkit.contract.CanvasGeneratorContract;

import org.junit.jupiter.api.AfterEach;

import java.io.IOException;

final class OllamaGeneratorTest implements CanvasGeneratorContract {

    private final OllamaDialect dialect = new OllamaDialect();
    private final ModelServer server;

    OllamaGeneratorTest() throws IOException {
        server = new ModelServer(ModelServer.streaming(dialect, dialect.reply(Replies.FLOW)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    public CanvasGenerator generator() {
        return new Conversation(OllamaProvider::new, dialect).generator(server);
    }
}
