package dev.atelier.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.job.AIJob;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class HttpAdapterTest {

    private static final String SIMPLE = "{\"instructions\":\"x\"}";

    @Test
    void says_so_if_its_port_is_taken() {
        try (var server = TestServer.start()) {
            assertThatThrownBy(
                            () ->
                                    TestServer.start(
                                            TestSettings.listeningOn("127.0.0.1", server.port())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void lets_a_request_end_that_is_under_way_when_it_stops() throws Exception {
        var waiting = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server = TestServer.start();
        server.application.whileWaiting =
                job -> {
                    waiting.countDown();
                    goOn.await();
                    return job;
                };
        var token = server.tokenOf("alice");
        var reply =
                CompletableFuture.supplyAsync(
                        () -> server.post("/create-canvas/sync", token, SIMPLE));
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        var stopped = CompletableFuture.runAsync(server.adapter()::close);
        goOn.countDown();

        assertThat(reply.get(10, TimeUnit.SECONDS).status()).isEqualTo(202);
        stopped.get(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void tells_a_request_that_takes_too_long_that_it_stops() throws Exception {
        var waiting = new CountDownLatch(1);
        var server = TestServer.start();
        server.application.whileWaiting = job -> never(job, waiting);
        var token = server.tokenOf("alice");
        var reply =
                CompletableFuture.supplyAsync(
                        () -> server.post("/create-canvas/sync", token, SIMPLE));
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        server.adapter().close();

        assertThat(reply.get(10, TimeUnit.SECONDS).status()).isEqualTo(503);
        server.close();
    }

    @Test
    void leaves_no_connection_open_when_it_stops() throws IOException {
        var server = TestServer.start();
        try (var idle = new RawClient(server.port())) {
            idle.say(
                    RawClient.lines(
                            "GET /api/ai-agent/health/live HTTP/1.1", "Host: localhost", ""));
            idle.hearUntil("alive\"}");

            server.close();

            assertThat(idle.hearToTheEnd()).isEmpty();
        }
    }

    private static AIJob never(AIJob job, CountDownLatch reached) throws InterruptedException {
        reached.countDown();
        new CountDownLatch(1).await();
        return job;
    }
}
