@NullMarked
package dev.atelier.adapters.ai.provider.ollama;

import org.jspecify.annotations.NullMarked;
