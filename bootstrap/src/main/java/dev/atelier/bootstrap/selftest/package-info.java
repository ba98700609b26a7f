/// The service put to the test on the operator's own database: worker processes are killed, frozen
/// and cut off while they work, and the tables tell whether anything was lost or done twice. What
/// happens when is planned from a seed; the verdict is a function of what was counted.
@NullMarked
package dev.atelier.bootstrap.selftest;

import org.jspecify.annotations.NullMarked;
