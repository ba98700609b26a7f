package dev.atelier.adapters.ai.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.testkit.Mangled;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a model replies is a sound picture or none, whatever it says, and however it is cut into
/// pieces on its way. Jazzer enters by [#fuzzerTestOneInput].
public final class ReplyFuzzTest {

    private static final List<String> REPLIES =
            List.of(
                    """
                    {"title":"Login","kind":"flowchart","direction":"down","nodes":[
                    {"id":"a","label":"Start","role":"start"},{"id":"b","label":"OK?","role":"decision"}],
                    "edges":[{"from":"a","to":"b","label":"yes"}],"groups":[{"id":"g","nodes":["a"]}]}\
                    """,
                    """
                    Sure! ```json
                    {"kind": "mind_map", "nodes": [{"id": 1, "text": "x"}, {"id": 2, "parent": 1}],}
                    ``` Anything else?\
                    """,
                    """
                    {"kind":"sketch","title":"Sun","shapes":[{"type":"circle","x":10,"y":2e2,"radius":5,
                    "fill":"#fff"},{"type":"line","points":[0,0,1,1]},{"type":"text","text":"\\ud83e"}]}\
                    """,
                    "{'nodes':[{id:a,label:\"A\"}], // no JSON\n}",
                    "{\"kind\":\"kanban\",\"columns\":[{\"title\":\"To"
                            + " do\",\"cards\":[\"a\",\"b\"]}]}");

    public static void fuzzerTestOneInput(byte[] bytes) {
        var reply = new String(bytes, UTF_8);
        PictureReader.read(reply, "A title");
        var stream = new PictureStream("A title");
        var half = reply.length() / 2;
        stream.feed(reply.substring(0, half));
        stream.feed(reply.substring(half));
        stream.end();
    }

    @Test
    void a_reply_is_a_picture_or_none() {
        Mangled.feed(ReplyFuzzTest.class, REPLIES, ReplyFuzzTest::fuzzerTestOneInput);
    }
}
