package dev.atelier.adapters.http.socketio;

import dev.atelier.adapters.http.engineio.MalformedPacket;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A packet's text, taken apart: `<kind>[<attachments>-][<namespace>,][<id>][<json>]`.
///
/// @param json empty where there is none
record PacketHead(
        PacketKind kind, int attachments, String namespace, OptionalLong id, String json) {

    static final String MAIN = "/";

    private static final int MAX_ATTACHMENTS = 100;
    private static final Pattern FORM =
            Pattern.compile(
                    "([0-6])(?:([0-9]{1,3})-)?(?:(/[^,]{0,200})(?:,|$))?([0-9]{1,15})?(.*)",
                    Pattern.DOTALL);

    /// @throws MalformedPacket if the parts do not fit together
    static PacketHead of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new MalformedPacket("not a packet");
        }
        var kind = PacketKind.of(parts.group(1).charAt(0));
        if (kind.hasAttachments() != (parts.group(2) != null)) {
            throw new MalformedPacket("attachments where none can be, or no number of them");
        }
        var attachments = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (attachments > MAX_ATTACHMENTS) {
            throw new MalformedPacket("too many attachments");
        }
        var namespace = parts.group(3) == null ? MAIN : parts.group(3);
        var id =
                parts.group(4) == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(parts.group(4)));
        return new PacketHead(kind, attachments, namespace, id, parts.group(5));
    }

    String text() {
        var text = new StringBuilder().append(kind.digit());
        if (kind.hasAttachments()) {
            text.append(attachments).append('-');
        }
        if (!namespace.equals(MAIN)) {
            text.append(namespace).append(',');
        }
        id.ifPresent(text::append);
        return text.append(json).toString();
    }
}
