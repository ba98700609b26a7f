/// The routes about jobs. A handler reads, calls one use case and answers; records that end in
/// `Body` come in, those that end in `View` go out, and neither leaves the adapter.
@NullMarked
package dev.atelier.adapters.http.jobs;

import org.jspecify.annotations.NullMarked;
