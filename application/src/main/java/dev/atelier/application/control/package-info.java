/// What a user may do with a job that exists.
@NullMarked
package dev.atelier.application.control;

import org.jspecify.annotations.NullMarked;
