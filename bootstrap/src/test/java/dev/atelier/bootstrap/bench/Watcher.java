package dev.atelier.bootstrap.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A user who reads the stream of all of their jobs' events, and notes which jobs have ended: by a
/// bare socket, since what a client library takes would be taken from the node that is measured.
final class Watcher implements AutoCloseable {

    private static final String ID_OF_EVENT = "id:";
    private static final String EVENT = "event:";
    private static final String DATA = "data:";
    private static final String JOB = "\"job_id\":\"";
    private static final int ID = 36;

    private final Socket socket;
    private final InputStream answer;
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger words = new AtomicInteger();
    private final CountDownLatch shown = new CountDownLatch(1);

    private Watcher(Socket socket) throws IOException {
        this.socket = socket;
        this.answer = new BufferedInputStream(socket.getInputStream());
    }

    /// @return a watcher who misses nothing from now on
    static Watcher open(int port, String token) {
        try {
            var watcher = new Watcher(new Socket(InetAddress.getLoopbackAddress(), port));
            watcher.ask(token);
            Thread.startVirtualThread(watcher::read);
            return watcher;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void ask(String token) throws IOException {
        var request =
                """
                GET /api/ai-agent/events HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s

                """
                        .formatted(token)
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var status = Chunks.line(answer);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException("no stream, but " + status);
        }
        while (!Chunks.line(answer).isEmpty()) {
            // A header that says nothing new.
        }
    }

    private void read() {
        var event = "";
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(new Chunks(answer), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ID_OF_EVENT)) {
                    shown.countDown();
                } else if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length());
                } else if (line.startsWith(DATA)) {
                    hear(event, line);
                }
            }
        } catch (IOException closed) {
            // Whoever closes it has seen enough, or finds that jobs are missing.
        }
    }

    private void hear(String event, String data) {
        events.incrementAndGet();
        if (event.equals("progress")) {
            words.incrementAndGet();
        } else if (event.equals("completed")) {
            var id = data.indexOf(JOB) + JOB.length();
            completed.add(data.substring(id, id + ID));
        }
    }

    /// Waits until all jobs were shown as they stood: the first id comes with the last of them.
    ///
    /// @return false if that took longer than `patience`
    boolean isShown(Duration patience) throws InterruptedException {
        return shown.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// How many jobs' end was told.
    int completed() {
        return completed.size();
    }

    /// How many events came.
    int events() {
        return events.get();
    }

    /// How many of them told of progress.
    int words() {
        return words.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
