/// What more than one format needs to know about shapes and their text. Depends on the domain only.
@NullMarked
package dev.atelier.adapters.export.figure;

import org.jspecify.annotations.NullMarked;
