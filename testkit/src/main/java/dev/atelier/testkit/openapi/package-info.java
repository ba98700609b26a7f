/// The OpenAPI document as something that can be asked: which operations there are, and whether an
/// answer is one that they promise. It reads the document as a client does, and knows no server.
@NullMarked
package dev.atelier.testkit.openapi;

import org.jspecify.annotations.NullMarked;
