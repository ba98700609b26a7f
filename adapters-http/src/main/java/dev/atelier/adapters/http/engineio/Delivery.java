package dev.atelier.adapters.http.engineio;

import java.util.concurrent.locks.ReentrantLock;

/// Tells a conversation one thing after another, and nothing after its end.
final class Delivery {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Conversation conversation;
    private boolean ended;

    Delivery(Conversation conversation) {
        this.conversation = conversation;
    }

    void received(Packet message) {
        turn.lock();
        try {
            if (!ended) {
                conversation.received(message);
            }
        } finally {
            turn.unlock();
        }
    }

    void ended(CloseReason reason) {
        turn.lock();
        try {
            ended = true;
            conversation.ended(reason);
        } finally {
            turn.unlock();
        }
    }
}
