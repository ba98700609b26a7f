package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.application.port.out.StoreUnavailable;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The streams that are open on this node.
public final class Streams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final List<Header> HEADERS =
            List.of(
                    HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/event-stream"),
                    HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache, no-transform"),
                    HeaderValues.createCached("X-Accel-Buffering", "no"));

    /// When a node goes, those who watched there come here all at once. What they ask of the store
    /// must leave room for everybody else, or all of them would be turned away.
    private static final int BEGINNING_AT_A_TIME = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore beginning = new Semaphore(BEGINNING_AT_A_TIME, true);
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final LiveSettings settings;
    private final Loop watching;
    private volatile boolean stopping;

    public Streams(LiveSettings settings) {
        this.settings = settings;
        this.watching = new Loop("watch-streams", new WakeUp(), this::giveUpStalled);
        watching.start();
    }

    /// Fills a stream.
    interface Source {

        void fill(EventStream stream) throws InterruptedException;
    }

    /// Asks the store what a stream begins with, when its turn has come.
    ///
    /// @throws StoreUnavailable also if that takes too long
    <T> T inTurn(Supplier<T> question) throws InterruptedException {
        if (!beginning.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StoreUnavailable(new TimeoutException("too many streams begin at once"));
        }
        try {
            return question.get();
        } finally {
            beginning.release();
        }
    }

    /// Answers with a stream until its source, the client or the service ends it. The thread does
    /// nothing else meanwhile: to interrupt it is to end the stream.
    void answer(ServerRequest request, ServerResponse response, Source source) {
        Answer.prepare(request, response);
        HEADERS.forEach(response::header);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
        } else {
            answer(response, source);
        }
    }

    private void answer(ServerResponse response, Source source) {
        var stream = new EventStream(response.outputStream());
        open.add(stream);
        try (stream) {
            stream.greet(RETRY);
            if (!stopping) {
                source.fill(stream);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("a stream was ended", stopped);
        } finally {
            open.remove(stream);
        }
    }

    /// The next update, after which to look for another. What comes together travels together: the
    /// stream is flushed before there is anything to wait for.
    ///
    /// @return empty if it is time for a sign of life
    Optional<Update> next(Watch watch, EventStream stream) throws InterruptedException {
        var more = watch.next(Duration.ZERO);
        if (more.isPresent()) {
            return more;
        }
        stream.flush();
        return watch.next(settings.keepAlive());
    }

    /// How many are open.
    public int count() {
        return open.size();
    }

    private Duration giveUpStalled() {
        open.forEach(stream -> stream.giveUpAfter(settings.writeTimeout()));
        return settings.writeTimeout().dividedBy(3);
    }

    /// Ends all streams; their clients come back, to another node.
    @Override
    public void close() {
        stopping = true;
        watching.stop();
        open.forEach(EventStream::stop);
    }
}
