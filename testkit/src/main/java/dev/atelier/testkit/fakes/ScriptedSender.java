package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.WebhookUrl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Receivers that answer in a given order, 204 when nothing is left; some may hang for ever.
public final class ScriptedSender implements WebhookSender {

    private static final int PATIENCE_SECONDS = 20;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Set<WebhookUrl> hanging = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Announcement> begun = new LinkedBlockingQueue<>();
    private final List<Announcement> sent = new CopyOnWriteArrayList<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    public ScriptedSender then(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }

    public ScriptedSender thenStatus(int code) {
        return then(new Answer.Status(code, null));
    }

    public ScriptedSender hangAt(WebhookUrl receiver) {
        hanging.add(receiver);
        return this;
    }

    public ScriptedSender letGo(WebhookUrl receiver) {
        hanging.remove(receiver);
        return this;
    }

    @Override
    public Answer send(Announcement message) throws InterruptedException {
        sent.add(message);
        begun.add(message);
        if (hanging.contains(message.to())) {
            hang();
        }
        synchronized (answers) {
            return answers.isEmpty() ? new Answer.Status(204, null) : answers.removeFirst();
        }
    }

    private void hang() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            interrupted.countDown();
            throw end;
        }
    }

    /// The next message that somebody began to send.
    public Announcement awaitBegun() throws InterruptedException {
        var next = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing is sent");
        }
        return next;
    }

    public void awaitInterrupted() throws InterruptedException {
        if (!interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no call was broken off");
        }
    }

    /// All that was begun, in its order.
    public List<Announcement> sent() {
        return sent;
    }
}
