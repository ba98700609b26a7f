/// Webhooks by Standard Webhooks 1.0 (standardwebhooks.com): which URLs are taken, how messages are
/// signed, and how they are sent. Senders of this kind are asked to call anything, so the address
/// that was checked is the address that is called: no client library at hand lets one say that and
/// still verify the host's certificate, so one small exchange of HTTP/1.1 is written out here.
@NullMarked
package dev.atelier.adapters.http.webhook;

import org.jspecify.annotations.NullMarked;
