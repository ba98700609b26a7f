/// What every provider behind a chat model shares: the prompt, the schema of the reply, the call
/// that can be interrupted, and what its failures mean. Speaks LangChain4j; depends on no provider.
@NullMarked
package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.NullMarked;
