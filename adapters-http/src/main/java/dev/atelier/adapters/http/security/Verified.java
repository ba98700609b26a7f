package dev.atelier.adapters.http.security;

import java.time.Instant;

/// A caller, and until when their token says so.
record Verified(Caller caller, Instant until) {}
