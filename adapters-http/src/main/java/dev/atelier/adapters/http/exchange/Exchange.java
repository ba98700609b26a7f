package dev.atelier.adapters.http.exchange;

import dev.atelier.adapters.http.security.Caller;
import dev.atelier.application.log.JobLines;
import dev.atelier.domain.job.JobId;

import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known about one request on its way through the adapter. It travels in the request's
/// context and is used by the request's own thread only, whose lines in the log tell it too.
public final class Exchange {

    private final String requestId;
    private final List<Header> answerHeaders = new ArrayList<>();
    private @Nullable String route;
    private @Nullable Caller caller;
    private @Nullable JobId job;

    private Exchange(String requestId) {
        this.requestId = requestId;
    }

    public static Exchange begin(ServerRequest request) {
        var exchange = new Exchange(RequestId.of(request));
        request.context().register(exchange);
        return exchange;
    }

    public static Exchange of(ServerRequest request) {
        return request.context().get(Exchange.class).orElseThrow();
    }

    public String requestId() {
        return requestId;
    }

    /// Header fields that any answer carries, good or bad.
    public List<Header> answerHeaders() {
        return answerHeaders;
    }

    public void addToAnswer(Header header) {
        answerHeaders.add(header);
    }

    public Optional<String> route() {
        return Optional.ofNullable(route);
    }

    public void routedTo(String pattern) {
        route = pattern;
    }

    /// @throws java.util.NoSuchElementException on a route that is open to everybody
    public Caller caller() {
        return user().orElseThrow();
    }

    public Optional<Caller> user() {
        return Optional.ofNullable(caller);
    }

    public void calledBy(Caller who) {
        caller = who;
        MDC.put(JobLines.USER, who.user().value());
    }

    public Optional<JobId> job() {
        return Optional.ofNullable(job);
    }

    public void concerns(JobId id) {
        job = id;
        MDC.put(JobLines.JOB, id.toString());
    }
}
