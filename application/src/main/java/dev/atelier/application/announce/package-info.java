/// Telling receivers that jobs ended: a loop that takes due messages from the outbox, and one
/// attempt for each.
@NullMarked
package dev.atelier.application.announce;

import org.jspecify.annotations.NullMarked;
