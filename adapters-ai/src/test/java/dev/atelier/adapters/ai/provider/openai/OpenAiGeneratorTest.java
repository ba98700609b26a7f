package dev.atelier.adapters.ai.provider.openai;

import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.testkit.contract.CanvasGeneratorContract;

import org.junit.jupiter.api.AfterEach;

import java.io.IOException;

final class OpenAiGeneratorTest implements CanvasGeneratorContract {

    private static final String FLOW =
            """
            {"count": 2, "title": "Flow", "kind": "flowchart",
             "nodes": [{"id": "s", "label": "Start", "kind": "start"},
                       {"id": "c", "label": "Check", "kind": "process"}],
             "edges": [{"from": "s", "to": "c", "text": ""}]}
            """;

    private final ModelServer server;

    OpenAiGeneratorTest() throws IOException {
        server = new ModelServer(ModelServer.streaming(Events.reply(FLOW)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    public CanvasGenerator generator() {
        return new OpenAiProvider()
                .open(new ProviderSettings("k", "gpt-test", server.baseUrl()))
                .generator();
    }
}
