/// Whether the server does what the OpenAPI document promises, for every operation and every
/// status.
@NullMarked
package dev.atelier.adapters.http.contract;

import org.jspecify.annotations.NullMarked;
