package dev.atelier.application.announce;

import dev.atelier.application.Ports;
import dev.atelier.application.log.JobLines;
import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Lookout;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.Pacing;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.Outlook.Sight;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The part of a process that tells receivers of ended jobs: started once, stopped once.
public final class Announcer implements Lookout.Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final WebhookOutbox outbox;
    private final SendMessage sending;
    private final DeliveryMeter meter = new DeliveryMeter();
    private final Set<Delivery> underWay = ConcurrentHashMap.newKeySet();
    private final WakeUp wakeUp = new WakeUp();
    private final Loop loop;
    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());

    /// @param poll how often to look for messages when no signal comes and no lookout tells of any
    public static Announcer of(
            Ports ports, Duration poll, InstantSource clock, RandomGenerator random) {
        var outbox = ports.outbox();
        return new Announcer(
                outbox,
                new DeliverWebhooks(outbox, DeliverWebhooks.LIMITS, new Pacing(poll, clock)),
                new SendMessage(
                        new TracedSender(ports.sender(), ports.tracing(), clock),
                        outbox,
                        DeliverySchedule.A_DAY,
                        clock,
                        random));
    }

    Announcer(WebhookOutbox outbox, DeliverWebhooks deliver, SendMessage sending) {
        this.outbox = outbox;
        this.sending = sending;
        this.loop = new Loop("announce", wakeUp, () -> deliver.round(underWay, this::begin));
    }

    public void start() {
        outbox.listen(wakeUp::signal);
        loop.start();
    }

    @Override
    public void seen(Sight sight) {
        if (sight.announcing()) {
            wakeUp.signal();
        }
    }

    /// From now on nothing more is sent.
    public void stop() {
        loop.stop();
    }

    /// Lets what is being sent arrive, as long as `patience` lasts; then breaks it off. What was
    /// broken off is sent again by whoever finds it due.
    public void awaitEnd(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        loop.awaitEnd(deadline.left());
        senders.shutdown();
        if (!senders.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            senders.shutdownNow();
        }
    }

    /// How many attempts ended, by what followed.
    public Map<String, Long> attemptsMade() {
        return meter.read();
    }

    private void begin(Delivery delivery) {
        underWay.add(delivery);
        var message = delivery.message();
        senders.execute(
                () ->
                        JobLines.about(
                                message.id().job(),
                                message.owner(),
                                message.traceparent(),
                                () -> send(delivery)));
    }

    private void send(Delivery delivery) {
        try {
            meter.count(sending.attempt(delivery));
        } catch (InterruptedException stopped) {
            LOG.debug("webhook {}: broken off", delivery.message().id());
        } catch (StoreUnavailable outage) {
            LOG.warn(
                    "webhook {} will be sent again: {}",
                    delivery.message().id(),
                    outage.toString());
        } catch (RuntimeException bug) {
            LOG.error("webhook {}: the attempt failed", delivery.message().id(), bug);
        } finally {
            underWay.remove(delivery);
            wakeUp.signal();
        }
    }
}
