/// What the product exports, opened by the programs that it is meant for: mermaid, Excalidraw and a
/// browser. Needs Node.js 20 or newer, and Chromium for the greater part.
@NullMarked
package dev.atelier.bootstrap.exports;

import org.jspecify.annotations.NullMarked;
