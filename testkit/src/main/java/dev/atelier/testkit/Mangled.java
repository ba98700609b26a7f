package dev.atelier.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Bytes that are nearly what a parser is used to. Each follows from the seed and its number, so
/// that a failure can be repeated.
public final class Mangled {

    private static final int TRIES = Integer.getInteger("fuzz.tries", 1000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261126);
    private static final int MOST_CHANGES = 6;

    private Mangled() {}

    /// A parser, which throws what it is allowed to and catches it.
    public interface Parser {

        void read(byte[] bytes);
    }

    /// Gives the parser as many texts as `-Dfuzz.tries=` says, made from proper ones. The proper
    /// ones are left in the folder `-Dfuzz.texts=` for Jazzer to begin with.
    ///
    /// @throws AssertionError with the bytes that it could not bear
    public static void feed(Class<?> test, List<String> proper, Parser parser) {
        leave(test.getSimpleName(), proper);
        for (var number = 0; number < TRIES; number++) {
            var random = new SplittableRandom(SEED * 1_000_003 + number);
            var bytes = bytes(proper, random);
            try {
                parser.read(bytes);
            } catch (RuntimeException | StackOverflowError unexpected) {
                var shown = Arrays.toString(bytes) + " " + new String(bytes, UTF_8);
                throw new AssertionError("not borne, number " + number + ": " + shown, unexpected);
            }
        }
    }

    private static void leave(String name, List<String> proper) {
        var folder = System.getProperty("fuzz.texts");
        if (folder == null) {
            return;
        }
        try {
            var files = new ArrayList<String>();
            for (var text : proper) {
                var file = Path.of(folder, name, "proper-" + files.size());
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, text).toString());
            }
            Files.writeString(Path.of(folder, name + ".list"), String.join(",", files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(List<String> proper, RandomGenerator random) {
        var bytes = one(proper, random).getBytes(UTF_8);
        for (var left = random.nextInt(MOST_CHANGES); left >= 0; left--) {
            bytes = changed(bytes, one(proper, random).getBytes(UTF_8), random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, byte[] other, RandomGenerator random) {
        if (bytes.length == 0) {
            return other;
        }
        var at = random.nextInt(bytes.length);
        var to = random.nextInt(at, bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], to);
            case 2 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
            case 4 -> joined(bytes, at, other, to);
            default ->
                    joined(
                            bytes,
                            at,
                            "\\\"{[,:]}0-e".repeat(random.nextInt(3)).getBytes(UTF_8),
                            at);
        };
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int rest) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        out.writeBytes(middle);
        out.write(bytes, Math.min(rest, bytes.length), bytes.length - Math.min(rest, bytes.length));
        return out.toByteArray();
    }

    private static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
