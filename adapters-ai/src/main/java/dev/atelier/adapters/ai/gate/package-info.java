/// What stands between all jobs of this node and one model of one provider: who asks for patience
/// gets it, who is down is left alone, and who comes back is not stormed. See
/// `docs/provider-gates.md`. Knows the application's ports, the domain and Resilience4j.
@NullMarked
package dev.atelier.adapters.ai.gate;

import org.jspecify.annotations.NullMarked;
