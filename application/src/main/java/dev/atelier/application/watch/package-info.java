/// Live updates: one feed a node, fanned out to whoever watches. An [Audience] brings the moves of
/// one user's jobs into order, each [Mailbox] holds a bounded number of them for one watcher, and
/// what is missing is read from the log. The idea is told in docs/live-updates.md.
@NullMarked
package dev.atelier.application.watch;

import org.jspecify.annotations.NullMarked;
