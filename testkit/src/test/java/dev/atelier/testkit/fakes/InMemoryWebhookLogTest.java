package dev.atelier.testkit.fakes;

import dev.atelier.testkit.contract.WebhookLogContract;

final class InMemoryWebhookLogTest extends InMemoryContract implements WebhookLogContract {}
