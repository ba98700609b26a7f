/// Socket.IO, protocol 5: namespaces, sockets, rooms, events and their acknowledgements, over
/// `engineio`. [dev.atelier.adapters.http.socketio.SocketIo] is the server; a
/// [dev.atelier.adapters.http.socketio.Doorkeeper] decides who may connect to a namespace and what
/// they do there. Knows nothing of jobs or users.
@NullMarked
package dev.atelier.adapters.http.socketio;

import org.jspecify.annotations.NullMarked;
