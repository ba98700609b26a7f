/// The web page, served from the class path. It knows files, not what is in them; what a page may
/// do is told to the browser by its policy.
@NullMarked
package dev.atelier.adapters.http.web;

import org.jspecify.annotations.NullMarked;
