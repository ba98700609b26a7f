/// Ollama, which runs open models on one's own machine.
@NullMarked
package dev.atelier.adapters.ai.provider.ollama;

import org.jspecify.annotations.NullMarked;
