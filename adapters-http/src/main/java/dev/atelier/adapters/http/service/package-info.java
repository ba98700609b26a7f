/// The routes about the service itself: health, models, metrics, the API's own description, and
/// tokens for development.
@NullMarked
package dev.atelier.adapters.http.service;

import org.jspecify.annotations.NullMarked;
