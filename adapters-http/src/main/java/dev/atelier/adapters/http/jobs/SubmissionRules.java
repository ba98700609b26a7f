package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.webhook.WebhookRules;

import java.time.Duration;

/// What clients may ask for.
///
/// @param maxTimeout the longest time that a client may give an attempt
public record SubmissionRules(Duration maxTimeout, WebhookRules webhooks) {}
