@NullMarked
package dev.atelier.adapters.ai.provider.openai;

import org.jspecify.annotations.NullMarked;
