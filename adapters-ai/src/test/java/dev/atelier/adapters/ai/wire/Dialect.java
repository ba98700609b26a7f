package dev.atelier.adapters.ai.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How a provider's server talks: frames are what it writes at once, with all that belongs around
/// them on the wire. Every reply costs 321 tokens in and 123 out.
public interface Dialect {

    /// Where the base URL of the provider points to on its server.
    String basePath();

    /// The header that must carry the key.
    String keyHeader(String key);

    /// The name under which the model answers.
    String answeringModel();

    String contentType();

    /// What comes before the first word.
    List<String> opening();

    String piece(String text);

    /// What comes after the last word.
    ///
    /// @param atLimit whether the model would have had more to say than it was allowed to
    List<String> closing(boolean atLimit);

    /// Every way in which the provider declines content in a stream; none where it has no word for
    /// it.
    List<List<String>> refusals();

    /// The frame that says, in the middle of a stream, that the server cannot go on.
    String trouble(String message);

    /// The body of an answer with an error status.
    String error(int status, String message);

    default List<String> pieces(String text) {
        return cut(text).stream().map(this::piece).toList();
    }

    default List<String> reply(String text) {
        return frames(opening(), pieces(text), closing(false));
    }

    static List<String> cut(String text) {
        return IntStream.iterate(0, at -> at < text.length(), at -> at + 17)
                .mapToObj(at -> text.substring(at, Math.min(text.length(), at + 17)))
                .toList();
    }

    @SafeVarargs
    static List<String> frames(List<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
