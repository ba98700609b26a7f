/// Tests of what all values share.
@NullMarked
package dev.atelier.domain;

import org.jspecify.annotations.NullMarked;
