package dev.atelier.adapters.ai.chat;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;

import java.time.Duration;
import java.time.InstantSource;

/// Gives LangChain4j a client whose calls end when the calling thread is interrupted.
public final class InterruptibleHttp implements HttpClientBuilder {

    /// A server that cannot be reached by then cannot be reached.
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private Duration connectTimeout = LONGEST_CONNECT;
    private Duration readTimeout = Duration.ofMinutes(2);

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public InterruptibleHttp connectTimeout(Duration timeout) {
        connectTimeout = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public InterruptibleHttp readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return new InterruptibleHttpClient(connectTimeout, readTimeout, InstantSource.system());
    }
}
