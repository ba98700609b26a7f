/// What the outside may ask of Atelier: one interface per command, all reads of jobs in
/// [JobQueries].
@NullMarked
package dev.atelier.application.port.in;

import org.jspecify.annotations.NullMarked;
