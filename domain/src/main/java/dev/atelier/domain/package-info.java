/// What Atelier is about, in plain Java: jobs, retries and canvases. Depends on nothing; time and
/// chance come in as arguments.
@NullMarked
package dev.atelier.domain;

import org.jspecify.annotations.NullMarked;
