package dev.atelier.bootstrap.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.bootstrap.AssembledNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/// One run of one measure, in a process of its own: prints its figures on a line that [#RESULT]
/// begins.
public final class Contestant {

    static final String RESULT = "RESULT ";

    /// Instead of a measure: only works, until it is killed.
    static final String WORKER = "worker";

    private static final int MANY = 50_000;
    private static final int WARM_UP = 100_000;
    private static final int SLOTS = 1_000;

    private static final Map<String, Measure> MEASURES =
            Map.ofEntries(
                    Map.entry("A1", new Submit(20_000, 8)),
                    Map.entry("A2", new Submit(2 * MANY, 256)),
                    Map.entry(
                            "A3", new OverHttp(64, Duration.ofSeconds(10), Duration.ofSeconds(15))),
                    Map.entry("B", new Drain(WARM_UP, MANY, 0, SLOTS)),
                    Map.entry("C", new Pickup(20_000, 200, false)),
                    Map.entry("C-other", new Pickup(20_000, 200, true)),
                    Map.entry("D", new Drain(WARM_UP, MANY, 1_000_000, SLOTS)),
                    Map.entry("E", new Sleepers(100_000, 10_000, Duration.ofSeconds(5))),
                    Map.entry("F", new Idle(Duration.ofSeconds(60))),
                    Map.entry("G-1", new Nodes(1, WARM_UP, MANY, SLOTS)),
                    Map.entry("G-3", new Nodes(3, WARM_UP, MANY, SLOTS)),
                    Map.entry("H", new Watched(10_000, 100, SLOTS)));

    private Contestant() {}

    /// @param arguments the measure and the address of a fresh database
    public static void main(String[] arguments)
            throws InterruptedException, JsonProcessingException {
        if (arguments[0].equals(WORKER)) {
            work(arguments[1], Integer.parseInt(arguments[2]));
        }
        var figures = measure(arguments[0]).run(new Database(arguments[1]));
        System.out.println(RESULT + new ObjectMapper().writeValueAsString(figures));
        System.exit(0);
    }

    static Measure measure(String name) {
        return Objects.requireNonNull(MEASURES.get(name), "no such measure");
    }

    private static void work(String url, int slots) throws InterruptedException {
        var generator = new NoOpGenerator(WARM_UP + MANY, Duration.ZERO);
        try (var _ = AssembledNode.start(url, generator, slots)) {
            new CountDownLatch(1).await();
        }
    }

    /// Starts a process of this class, with the memory that the peers have.
    static List<String> command(List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-Xms64m",
                                "-Xmx512m",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Contestant.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
