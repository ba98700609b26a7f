/// Answers: jobs, waiting for jobs, and the state of the service.
@NullMarked
package dev.atelier.application.query;

import org.jspecify.annotations.NullMarked;
