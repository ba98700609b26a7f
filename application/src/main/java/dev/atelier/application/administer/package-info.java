/// What administrators see and do across all owners. Depends on the domain and the ports; that the
/// caller is an administrator is proven before.
@NullMarked
package dev.atelier.application.administer;

import org.jspecify.annotations.NullMarked;
