@NullMarked
package dev.atelier.adapters.ai.provider.gemini;

import org.jspecify.annotations.NullMarked;
