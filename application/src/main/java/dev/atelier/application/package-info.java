/// What Atelier does: use cases, the ports they need, and the worker that runs jobs. Depends on the
/// domain only.
@NullMarked
package dev.atelier.application;

import org.jspecify.annotations.NullMarked;
