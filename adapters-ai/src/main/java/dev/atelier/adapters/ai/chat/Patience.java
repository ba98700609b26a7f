package dev.atelier.adapters.ai.chat;

import java.time.Duration;

/// How long a silent server is waited for.
///
/// @param first until the head of the answer, and from there until its first byte: a model reads
///   the prompt and may think before it speaks
/// @param next from any byte to the next one
public record Patience(Duration first, Duration next) {

    public static final Patience USUAL = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(1));
}
