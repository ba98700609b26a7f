@NullMarked
package dev.atelier.adapters.ai.provider.offline;

import org.jspecify.annotations.NullMarked;
