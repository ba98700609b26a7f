package dev.atelier.adapters.http.websocket;

import io.helidon.common.socket.PeerInfo;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.Headers;

/// A GET request that wants to become a WebSocket.
///
/// @param path decoded, without the query
public record UpgradeRequest(String path, UriQuery query, Headers headers, PeerInfo peer) {}
