/// Google's Gemini models, by the Gemini API.
@NullMarked
package dev.atelier.adapters.ai.provider.gemini;

import org.jspecify.annotations.NullMarked;
