package dev.atelier.adapters.http.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.http.engineio.MalformedPacket;
import dev.atelier.adapters.http.engineio.Packet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class PacketCodecTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX = 10_000;

    @Test
    void writes_and_reads_what_the_protocol_shows() {
        both(connect("/", NODES.objectNode()), "0{}");
        both(connect("/admin", NODES.objectNode().put("sid", "x")), "0/admin,{\"sid\":\"x\"}");
        both(new SocketPacket.Disconnect("/"), "1");
        both(new SocketPacket.Disconnect("/admin"), "1/admin,");
        both(event("/", OptionalLong.empty(), "foo"), "2[\"foo\"]");
        both(event("/admin", OptionalLong.empty(), "bar"), "2/admin,[\"bar\"]");
        both(event("/", OptionalLong.of(12), "foo"), "212[\"foo\"]");
        both(event("/admin", OptionalLong.of(13), "foo"), "2/admin,13[\"foo\"]");
        both(new SocketPacket.Acknowledged("/", 12, List.of()), "312[]");
        both(
                new SocketPacket.Acknowledged("/admin", 13, List.of(NODES.textNode("bar"))),
                "3/admin,13[\"bar\"]");
    }

    @Test
    void writes_a_refusal() {
        var refusal = NODES.objectNode().put("message", "Not authorized");

        assertThat(PacketEncoder.encode(new SocketPacket.ConnectError("/", refusal)))
                .containsExactly(Packet.message("4{\"message\":\"Not authorized\"}"));
    }

    @Test
    void writes_and_reads_bytes_beside_the_json() {
        var packet =
                event(
                        "/admin",
                        OptionalLong.of(7),
                        "baz",
                        binary(1, 2),
                        NODES.objectNode().set("deep", NODES.arrayNode().add(binary(3))));
        var messages =
                List.<Packet>of(
                        Packet.message(
                                "52-/admin,7[\"baz\",{\"_placeholder\":true,\"num\":0},"
                                        + "{\"deep\":[{\"_placeholder\":true,\"num\":1}]}]"),
                        bytes(1, 2),
                        bytes(3));

        assertThat(PacketEncoder.encode(packet)).isEqualTo(messages);
        assertThat(decode(messages)).contains(packet);
        assertThat(decode(PacketEncoder.encode(ack(binary(9))))).contains(ack(binary(9)));
    }

    @Test
    void reads_a_namespace_without_its_comma() {
        assertThat(decode("0/custom")).contains(connect("/custom", NODES.objectNode()));
        assertThat(decode("1/custom")).contains(new SocketPacket.Disconnect("/custom"));
    }

    @Test
    void leaves_a_placeholder_of_a_plain_event_alone() {
        assertThat(decode("2[\"a\",{\"_placeholder\":true,\"num\":0}]")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "7",
                "2",
                "2{}",
                "2[]",
                "2\"a\"",
                "2[null]",
                "2[{}]",
                "2[\"a\"",
                "2[\"a\"]]",
                "2[\"a\"]x",
                "2abc[\"a\"]",
                "2[\"connect\"]",
                "2[\"disconnect\"]",
                "3[]",
                "312",
                "312{}",
                "4{\"message\":\"x\"}",
                "0[]",
                "0\"x\"",
                "0{\"a\":1,\"a\":2}",
                "1{}",
                "1[\"a\"]",
                "5[\"a\"]",
                "51[\"a\"]",
                "5-[\"a\"]",
                "2-[\"a\"]",
                "21-[\"a\"]",
                "5101-[\"a\"]",
                "50-",
                "2[\"a\",01]",
                "2[\"a\",NaN]",
                "2[\"a\",'b']",
                "2[\"a\",]",
                "2[\"a\"] []",
                "/admin,2[\"a\"]",
                "29999999999999999[\"a\"]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":0}]"
            })
    void refuses_what_a_client_must_not_send(String text) {
        var decoder = new PacketDecoder(MAX);

        assertThatThrownBy(
                        () -> {
                            decoder.decode(Packet.message(text));
                            decoder.decode(Packet.message(text));
                        })
                .as(text)
                .isInstanceOf(MalformedPacket.class);
    }

    @Test
    void refuses_json_that_is_too_deep() {
        var deep = "[".repeat(200) + "]".repeat(200);

        assertThatThrownBy(() -> decode("2[\"a\"," + deep + "]"))
                .isInstanceOf(MalformedPacket.class);
    }

    @Test
    void refuses_a_namespace_that_is_too_long() {
        assertThatThrownBy(() -> decode("0/" + "x".repeat(300) + ","))
                .isInstanceOf(MalformedPacket.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\"]",
                "[\"a\",{\"_placeholder\":true}]",
                "[\"a\",{\"_placeholder\":true,\"num\":1}]",
                "[\"a\",{\"_placeholder\":true,\"num\":-1}]",
                "[\"a\",{\"_placeholder\":true,\"num\":0.5}]",
                "[\"a\",{\"_placeholder\":true,\"num\":\"0\"}]",
                "[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]"
            })
    void refuses_attachments_that_are_not_used_once_each(String json) {
        assertThatThrownBy(() -> decode(List.of(Packet.message("51-" + json), bytes(1))))
                .isInstanceOf(MalformedPacket.class);
    }

    @Test
    void refuses_bytes_that_belong_to_nothing_or_are_too_many() {
        assertThatThrownBy(() -> decode(List.of(bytes(1)))).isInstanceOf(MalformedPacket.class);
        var half = new Packet.Binary(ByteBuffer.allocate(MAX / 2 + 1));
        assertThatThrownBy(() -> decode(List.of(Packet.message("52-[\"a\"]"), half, half)))
                .isInstanceOf(MalformedPacket.class);
    }

    @Property(tries = 1000)
    void reads_what_it_writes(
            @ForAll("names") String namespace,
            @ForAll("values") List<JsonNode> arguments,
            @ForAll boolean wantsAck) {
        var id = wantsAck ? OptionalLong.of(arguments.hashCode() & 0xffff) : OptionalLong.empty();
        var packet = new SocketPacket.Emitted("/" + namespace, id, "event", arguments);

        assertThat(decode(PacketEncoder.encode(packet))).contains(packet);
    }

    @Property(tries = 2000)
    void reads_or_refuses_any_text(@ForAll String text) {
        readsOrRefuses(Packet.message(text));
    }

    @Property(tries = 2000)
    void reads_or_refuses_any_mixture_of_its_own_words(@ForAll("mixtures") String text) {
        readsOrRefuses(Packet.message(text), bytes(1), bytes(2));
    }

    private static void readsOrRefuses(Packet... messages) {
        var decoder = new PacketDecoder(MAX);
        for (var message : messages) {
            try {
                assertThat(decoder.decode(message)).isNotNull();
            } catch (MalformedPacket refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("abc/-_0123").ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(
                        "0",
                        "1",
                        "2",
                        "5",
                        "6",
                        "1-",
                        "2-",
                        "/",
                        "/a,",
                        ",",
                        "12",
                        "[",
                        "]",
                        "{",
                        "}",
                        "\"a\"",
                        "\"_placeholder\":true",
                        "\"num\":0",
                        "\"num\":1",
                        ":",
                        "null")
                .list()
                .ofMaxSize(15)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<List<JsonNode>> values() {
        return Arbitraries.lazyOf(this::leaves, this::leaves, this::arrays, this::objects)
                .list()
                .ofMaxSize(4);
    }

    private Arbitrary<JsonNode> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().map(PacketCodecTest::wellFormed).map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of(NODES.booleanNode(true), NODES.nullNode()),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(NODES::binaryNode));
    }

    private Arbitrary<JsonNode> arrays() {
        return leaves().list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list));
    }

    private Arbitrary<JsonNode> objects() {
        return leaves().map(leaf -> NODES.objectNode().set("member", leaf));
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void both(SocketPacket packet, String text) {
        assertThat(PacketEncoder.encode(packet)).containsExactly(Packet.message(text));
        assertThat(decode(text)).contains(packet);
    }

    private static Optional<SocketPacket> decode(String text) {
        return new PacketDecoder(MAX).decode(Packet.message(text));
    }

    private static Optional<SocketPacket> decode(List<Packet> messages) {
        var decoder = new PacketDecoder(MAX);
        var packets = new ArrayList<SocketPacket>();
        messages.forEach(message -> decoder.decode(message).ifPresent(packets::add));
        assertThat(packets).hasSizeLessThan(2);
        return packets.stream().findFirst();
    }

    private static SocketPacket connect(String namespace, ObjectNode data) {
        return new SocketPacket.Connect(namespace, data);
    }

    private static SocketPacket event(
            String namespace, OptionalLong id, String name, JsonNode... arguments) {
        return new SocketPacket.Emitted(namespace, id, name, List.of(arguments));
    }

    private static SocketPacket ack(JsonNode... data) {
        return new SocketPacket.Acknowledged("/", 3, List.of(data));
    }

    private static JsonNode binary(int... bytes) {
        return NODES.binaryNode(array(bytes));
    }

    private static Packet bytes(int... bytes) {
        return new Packet.Binary(ByteBuffer.wrap(array(bytes)));
    }

    private static byte[] array(int... bytes) {
        var array = new byte[bytes.length];
        for (var n = 0; n < bytes.length; n++) {
            array[n] = (byte) bytes[n];
        }
        return array;
    }
}
