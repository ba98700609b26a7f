package dev.atelier.testkit.openapi;

import java.util.ArrayList;
import java.util.List;

/// One event of a stream, as far as it has a name and data.
record ServerSentEvent(String name, String data) {

    private static final String NAME = "event:";
    private static final String DATA = "data:";

    /// The whole ones in a piece of a stream, in their order; what is cut off at its end is left.
    static List<ServerSentEvent> in(String stream) {
        var events = new ArrayList<ServerSentEvent>();
        var name = "";
        var data = "";
        for (var line : stream.lines().toList()) {
            if (line.startsWith(NAME)) {
                name = line.substring(NAME.length()).strip();
            } else if (line.startsWith(DATA)) {
                data = line.substring(DATA.length()).strip();
            } else if (line.isEmpty() && !name.isEmpty()) {
                events.add(new ServerSentEvent(name, data));
                name = "";
            }
        }
        return events;
    }
}
