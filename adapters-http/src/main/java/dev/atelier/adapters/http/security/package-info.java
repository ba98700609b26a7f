/// Who is asking: tokens in, callers out. Nothing else in the adapter knows how tokens look.
@NullMarked
package dev.atelier.adapters.http.security;

import org.jspecify.annotations.NullMarked;
