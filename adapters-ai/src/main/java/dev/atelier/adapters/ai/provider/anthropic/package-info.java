/// Anthropic, and its Claude models.
@NullMarked
package dev.atelier.adapters.ai.provider.anthropic;

import org.jspecify.annotations.NullMarked;
