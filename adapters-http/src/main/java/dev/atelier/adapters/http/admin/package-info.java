/// The routes of administrators. Whoever gets here is one: the entrance has seen to it, see
/// `Endpoint.Access`. Jobs look as they do to their owners.
@NullMarked
package dev.atelier.adapters.http.admin;

import org.jspecify.annotations.NullMarked;
