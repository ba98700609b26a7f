package dev.atelier.bootstrap.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Draws the whole set with every source, prints what is wrong, and writes a contact sheet to look
/// at. Ends with 1 if anything is wrong.
final class QualityReport {

    private static final String ROW = "%-34s %-9s %7s %8s %6s %13s %15s";

    private final PrintStream out;

    private QualityReport(PrintStream out) {
        this.out = out;
    }

    /// @param args where the contact sheet goes
    public static void main(String[] args) throws IOException, InterruptedException {
        var rows = draw();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var isSound = new QualityReport(out).print(rows.stream().flatMap(List::stream).toList());
        var sheet = Path.of(args[0]);
        Files.createDirectories(sheet.toAbsolutePath().getParent());
        Files.writeString(sheet, ContactSheet.of(rows));
        out.println("Contact sheet: " + sheet);
        System.exit(isSound ? 0 : 1);
    }

    private static List<List<Drawn>> draw() throws InterruptedException {
        var rows = new ArrayList<List<Drawn>>();
        for (var prompt : RecordedPrompt.all()) {
            var row = new ArrayList<Drawn>();
            for (var source : Source.values()) {
                row.add(Drawn.by(source, prompt));
            }
            rows.add(row);
        }
        return rows;
    }

    private boolean print(List<Drawn> all) {
        out.println(
                ROW.formatted(
                        "prompt",
                        "source",
                        "objects",
                        "overlaps",
                        "loose",
                        "texts outside",
                        "objects outside"));
        for (var drawn : all) {
            out.println(row(drawn.prompt().name(), drawn.source().word(), List.of(drawn)));
            complain(drawn);
        }
        for (var source : Source.values()) {
            var own = all.stream().filter(drawn -> drawn.source() == source).toList();
            out.println(row(own.size() + " prompts", source.word(), own));
        }
        out.println(row("total", "", all));
        return all.stream().allMatch(drawn -> drawn.measured().isSound());
    }

    private static String row(String name, String source, List<Drawn> drawn) {
        return ROW.formatted(
                name,
                source,
                drawn.stream().mapToInt(it -> it.measured().objects()).sum(),
                sum(drawn, Measured::overlaps),
                sum(drawn, Measured::looseArrows),
                sum(drawn, Measured::textsOutside),
                sum(drawn, Measured::objectsOutside));
    }

    private static int sum(List<Drawn> drawn, Function<Measured, List<String>> faults) {
        return drawn.stream().mapToInt(it -> faults.apply(it.measured()).size()).sum();
    }

    private void complain(Drawn drawn) {
        var measured = drawn.measured();
        complain("overlap", measured.overlaps());
        complain("loose", measured.looseArrows());
        complain("text outside", measured.textsOutside());
        complain("outside", measured.objectsOutside());
    }

    private void complain(String what, List<String> objects) {
        if (!objects.isEmpty()) {
            out.println("    " + what + ": " + String.join(", ", objects));
        }
    }
}
