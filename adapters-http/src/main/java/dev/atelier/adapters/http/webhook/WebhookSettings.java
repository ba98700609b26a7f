package dev.atelier.adapters.http.webhook;

/// @param allowPrivate whether http and addresses that are not public may be called: for
///   development
public record WebhookSettings(WebhookSecrets secrets, boolean allowPrivate) {}
