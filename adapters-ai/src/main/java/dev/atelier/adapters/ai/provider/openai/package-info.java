/// OpenAI, and every server that speaks its protocol.
@NullMarked
package dev.atelier.adapters.ai.provider.openai;

import org.jspecify.annotations.NullMarked;
