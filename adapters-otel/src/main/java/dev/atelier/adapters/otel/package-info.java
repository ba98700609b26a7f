/// Tells an OpenTelemetry collector of spans, by OTLP over HTTP. Nothing of it is loaded unless a
/// collector is named. It knows the application's port and OpenTelemetry.
@NullMarked
package dev.atelier.adapters.otel;

import org.jspecify.annotations.NullMarked;
