/// One request and its answer: what is known about it on its way, and how answers leave.
@NullMarked
package dev.atelier.adapters.http.exchange;

import org.jspecify.annotations.NullMarked;
