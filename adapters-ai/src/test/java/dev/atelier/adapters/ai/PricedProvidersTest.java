package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.atelier.adapters.ai.price.PriceList;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What a provider counted over the wire comes out of the adapter with its price.
final class PricedProvidersTest {

    private static final String REPLY =
            """
            data: {"id": "c", "object": "chat.completion.chunk", "created": 1,\
             "model": "gpt-test-2026-01-31", "choices": [{"index": 0, "delta":\
             {"role": "assistant", "content": "{\\"title\\": \\"Flow\\", \\"kind\\":\
             \\"flowchart\\", \\"nodes\\": [{\\"id\\": \\"s\\", \\"label\\": \\"Start\\",\
             \\"kind\\": \\"start\\"}], \\"edges\\": []}"}, "finish_reason": "stop"}]}

            data: {"id": "c", "object": "chat.completion.chunk", "created": 1,\
             "model": "gpt-test-2026-01-31", "choices": [],\
             "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}}

            data: [DONE]

            """;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(REPLY.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void where_the_price_is_known() throws Exception {
        var by = ask(PriceList.read("openai,127.0.0.1,gpt-test,1,10,2026-01"));

        assertThat(by.usage()).isEqualTo(new Usage(1000, 100));
        assertThat(by.cost()).isEqualByComparingTo("0.002");
    }

    @Test
    void and_without_one_at_an_address_that_the_list_is_not_about() throws Exception {
        var by = ask(PriceList.read("openai,api.openai.com,gpt-test,1,10,2026-01"));

        assertThat(by.usage()).isEqualTo(new Usage(1000, 100));
        assertThat(by.cost()).isNull();
    }

    private GeneratedBy ask(PriceList prices) throws InterruptedException {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        var own = new ProviderSettings("k", "gpt-test", address);
        var settings = new AiSettings(List.of("openai"), Map.of("openai", own));
        return AiAdapter.open(settings, prices, InstantSource.system(), () -> 0L)
                .generator()
                .generate(Asking.brief("a -> b"), _ -> {})
                .by();
    }
}
