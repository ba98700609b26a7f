/// What Atelier does: use cases, the ports they need, and the worker that runs jobs. Depends on the
/// domain only. Its tests live in `testkit`, in these same packages, because they rest on the fakes
/// there.
@NullMarked
package dev.atelier.application;

import org.jspecify.annotations.NullMarked;
