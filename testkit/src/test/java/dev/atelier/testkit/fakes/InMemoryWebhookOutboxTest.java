package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.WebhookOutboxContract;

final class InMemoryWebhookOutboxTest extends InMemoryContract implements WebhookOutboxContract {}
