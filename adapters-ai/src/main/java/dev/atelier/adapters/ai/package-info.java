/// AI providers behind one port. Everything a deployment needs is on [AiAdapter]; what is to be
/// drawn lives in `diagram`, where it goes in `layout`, how it looks in `theme`, and who thinks it
/// up in `provider`. Knows the application's ports and the domain, no other adapter.
@NullMarked
package dev.atelier.adapters.ai;

import org.jspecify.annotations.NullMarked;
