package dev.atelier.adapters.ai.chat;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;

import java.time.Duration;
import java.time.InstantSource;

/// Gives LangChain4j a client whose calls end when the calling thread is interrupted, or when the
/// server falls silent. How long is [Patience]'s word; what a library would like is not heard.
public final class InterruptibleHttp implements HttpClientBuilder {

    /// A server that cannot be reached by then cannot be reached.
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final Patience patience;

    public InterruptibleHttp(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Duration connectTimeout() {
        return LONGEST_CONNECT;
    }

    @Override
    public InterruptibleHttp connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return patience.first();
    }

    @Override
    public InterruptibleHttp readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return new InterruptibleHttpClient(LONGEST_CONNECT, patience, InstantSource.system());
    }
}
