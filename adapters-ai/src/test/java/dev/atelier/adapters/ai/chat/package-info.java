@NullMarked
package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.NullMarked;
