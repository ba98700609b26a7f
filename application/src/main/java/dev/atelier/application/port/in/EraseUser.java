package dev.atelier.application.port.in;

import dev.atelier.domain.job.UserId;

/// Forgets a user: calls off what they have waiting and running, then deletes all that is stored of
/// them. Whoever calls it has made sure that it is an administrator.
public interface EraseUser {

    /// Safe to call again, and on several nodes at once. What the user submits while it runs may
    /// stay.
    Erased erase(Command command);

    /// @param by the administrator
    record Command(UserId by, UserId user) {}

    /// How much there was, where another call did not delete it at the same time.
    record Erased(int jobs, int canvases) {

        public static final Erased NOTHING = new Erased(0, 0);
    }
}
