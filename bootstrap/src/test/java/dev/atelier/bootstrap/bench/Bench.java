package dev.atelier.bootstrap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs measures and their peers in turns, each run in a process of its own on a fresh database,
/// prints the medians as a table, and writes every run's figures as JSON.
public final class Bench {

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Path folder;
    private final Optional<Path> peers;
    private final Map<String, List<Map<?, ?>>> runs = new LinkedHashMap<>();

    private Bench(Path folder, Optional<Path> peers) {
        this.folder = folder;
        this.peers = peers;
    }

    /// @param arguments a folder for data and results, the measures, how often each is run, and the
    ///   peers' script, if they are to be measured too
    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        var measures = Stream.of(arguments[1].split(",", -1)).filter(Bench::isPossible).toList();
        var rounds = Integer.parseInt(arguments[2]);
        var script = Optional.of(arguments[3]).filter(it -> !it.isBlank()).map(Path::of);
        var bench = new Bench(Files.createDirectories(Path.of(arguments[0])), script);
        for (int round = 0; round < rounds; round++) {
            for (var measure : measures) {
                bench.run(measure);
            }
        }
        bench.print(measures);
        Files.writeString(
                bench.folder.resolve("results.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(bench.runs));
    }

    private static boolean isPossible(String measure) {
        var lacking = Contestant.measure(measure).lacking();
        lacking.ifPresent(what -> OUT.println(measure + " is left out: " + what));
        return lacking.isEmpty();
    }

    private void run(String measure) throws IOException, SQLException, InterruptedException {
        try (var server = BenchServer.start(folder.resolve("server"))) {
            note(measure, "Atelier", ours(measure, server.freshDatabase()));
        }
        if (peers.isPresent()) {
            for (var peer : Peer.of(measure)) {
                note(measure, peer.name(), peer.run(peers.get()));
            }
        }
    }

    private static Map<?, ?> ours(String measure, String url)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(Contestant.command(List.of(measure, url)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var result =
                process.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith(Contestant.RESULT))
                        .reduce((_, last) -> last);
        process.waitFor();
        var json = result.orElseThrow().substring(Contestant.RESULT.length());
        return new ObjectMapper().readValue(json, Map.class);
    }

    private void note(String measure, String name, Map<?, ?> figures) {
        OUT.println(measure + " " + name + " " + figures);
        if (!Boolean.TRUE.equals(figures.get("ok"))) {
            throw new IllegalStateException("the counts of this run are wrong");
        }
        runs.computeIfAbsent(measure + " " + name, _ -> new ArrayList<>()).add(figures);
    }

    private void print(List<String> measures) {
        OUT.println("\n| measure | | median | smallest | largest | ours / theirs |");
        OUT.println("|---|---|---:|---:|---:|---:|");
        for (var measure : measures) {
            var ours = runs(measure, "Atelier");
            ours.getFirst().keySet().stream()
                    .filter(figure -> !figure.equals("ok"))
                    .forEach(figure -> row(measure, figure, Spread.of(ours, figure), ""));
            var main = Spread.of(ours, ours.getFirst().keySet().iterator().next());
            for (var peer : peers.isPresent() ? Peer.of(measure) : List.<Peer>of()) {
                var theirs = Spread.of(runs(measure, peer.name()), peer.figure());
                row(
                        measure,
                        peer.name(),
                        theirs,
                        "%.2f".formatted(main.median() / theirs.median()));
            }
        }
    }

    private List<Map<?, ?>> runs(String measure, String name) {
        return runs.getOrDefault(measure + " " + name, List.of());
    }

    private static void row(String measure, Object name, Spread spread, String ratio) {
        OUT.printf(
                "| %s | %s | %,.2f | %,.2f | %,.2f | %s |%n",
                measure, name, spread.median(), spread.smallest(), spread.largest(), ratio);
    }

    private record Spread(double smallest, double median, double largest) {

        static Spread of(List<Map<?, ?>> runs, Object figure) {
            var values =
                    runs.stream()
                            .map(run -> run.get(figure))
                            .mapToDouble(
                                    value ->
                                            value instanceof Number n
                                                    ? n.doubleValue()
                                                    : Double.NaN)
                            .sorted()
                            .toArray();
            return new Spread(values[0], values[values.length / 2], values[values.length - 1]);
        }
    }
}
