/// What an AI provider is to us, and what it takes to set one up. Each provider has a folder here
/// and a line in the catalogue; none knows another.
@NullMarked
package dev.atelier.adapters.ai.provider;

import org.jspecify.annotations.NullMarked;
