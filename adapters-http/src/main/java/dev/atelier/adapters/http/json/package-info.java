/// Strict JSON: text in UTF-8, no member twice, and every wrong member of a body told at once.
@NullMarked
package dev.atelier.adapters.http.json;

import org.jspecify.annotations.NullMarked;
