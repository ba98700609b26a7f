/// What Atelier needs from the outside: small roles that adapters play. The contracts in `testkit`
/// say how.
@NullMarked
package dev.atelier.application.port.out;

import org.jspecify.annotations.NullMarked;
