package dev.atelier.application.port.out;

import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.domain.job.Announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Messages to be sent, written by [JobStore#save] in the same commit as the end that they tell of.
/// The store's clock decides what is due.
public interface WebhookOutbox {

    /// Takes due messages, oldest first, each for one attempt; two claimers never get the same. One
    /// that is not settled within `lease` is due again: its claimer may have died.
    ///
    /// @param underWay what this node is sending already; it counts for the limits
    Claim claim(Limits limits, Collection<Delivery> underWay, Duration lease);

    /// Records how the attempt went and what follows. Nothing happens if somebody else has claimed
    /// the message since; where its owner has asked to send it again, only the attempt is recorded.
    void settle(Delivery delivery, Attempt attempt, Verdict verdict);

    /// How long the first of the messages that are due has been so; nothing if none is. What is
    /// being sent is not due.
    Duration overdue();

    /// @param arrived is called after each commit of this node that brings a message; it must
    ///   return at once
    void listen(Runnable arrived);

    /// How many messages may be under way at once on one node. No receiver and no user gets all of
    /// it, however slow.
    record Limits(int all, int perReceiver, int perUser) {}

    /// @param nextDue where nothing was claimed, when the first message falls due that could be; in
    ///   the past, if other claimers were quicker
    record Claim(List<Delivery> deliveries, Optional<Instant> nextDue) {}

    /// @param attempt counts all attempts of this message from 1, and fences them
    /// @param tries the same since the message was last asked for
    record Delivery(Announcement message, int attempt, int tries) {}

    /// What follows an attempt.
    sealed interface Verdict {

        record Delivered() implements Verdict {}

        record Retry(Instant due) implements Verdict {}

        /// It was the last attempt.
        record GivenUp() implements Verdict {}

        /// The receiver wants no more.
        record Gone() implements Verdict {}
    }
}
