/// The plan and the verdict of a self-test, without a database.
@NullMarked
package dev.atelier.bootstrap.selftest;

import org.jspecify.annotations.NullMarked;
