package dev.atelier.adapters.ai.gate;

/// How many calls may be under way at once: as many as come, until the provider says that it is too
/// much. Then half of what it had; and one more each time as many calls as the limit were answered,
/// which is one more per round (additive increase, multiplicative decrease).
final class ConcurrencyLimit {

    private int limit = Integer.MAX_VALUE;
    private int answered;

    int calls() {
        return limit;
    }

    /// @param underWay calls that the provider had, the one that it turned away among them
    void fall(int underWay) {
        limit = Math.max(1, Math.min(limit, underWay) / 2);
        answered = 0;
    }

    void grow() {
        answered++;
        if (answered >= limit) {
            limit++;
            answered = 0;
        }
    }
}
