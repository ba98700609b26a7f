package dev.atelier.bootstrap.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.adapters.export.ExportAdapter;
import dev.atelier.application.port.out.CanvasExports.Format;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every kind of canvas in every format goes through the real packages. The pictures that Chromium
/// made of it are under `target/exports-pictures`.
@TestInstance(Lifecycle.PER_CLASS)
final class ExportsIT {

    private static final Path EXPORTS = Path.of("target", "exports").toAbsolutePath();
    private static final Path PICTURES = Path.of("target", "exports-pictures").toAbsolutePath();
    private static final String NO_CHROMIUM =
            "NOT CHECKED: no Chromium to open the exports with. Set CHROMIUM_PATH, or install"
                    + " chromium.";

    private final ObjectMapper json = new ObjectMapper();
    private final Optional<Path> chromium = Chromium.find();
    private int samples;
    private List<Seen> parsed = List.of();
    private List<Seen> opened = List.of();

    /// What became of one file.
    record Seen(String file, List<String> problems) {}

    @BeforeAll
    void export_and_open() throws Exception {
        write(Samples.all());
        var project = NodeProject.install();
        var report = EXPORTS.resolve("report.json");
        project.run("parse.mjs", EXPORTS.toString(), report.toString());
        parsed = read(report);
        if (chromium.isEmpty()) {
            System.out.println(NO_CHROMIUM);
            return;
        }
        project.run(
                "open.mjs",
                chromium.get().toString(),
                EXPORTS.toString(),
                report.toString(),
                PICTURES.toString());
        opened = read(report);
    }

    @Test
    void mermaid_parses_every_text() {
        assertThat(parsed)
                .filteredOn(seen -> !Planted.is(seen))
                .hasSize(samples)
                .allSatisfy(ExportsIT::isFine);
    }

    @Test
    void mermaid_draws_every_text_and_shows_every_word() {
        assertOpened(Format.MERMAID);
    }

    @Test
    void excalidraw_opens_every_file_whole_and_bound() {
        assertOpened(Format.EXCALIDRAW);
    }

    @Test
    void a_browser_shows_every_image_with_its_text_inside_its_shapes() {
        assertOpened(Format.SVG);
    }

    @Test
    void faults_are_seen() {
        assertThat(parsed)
                .filteredOn(seen -> seen.file().equals("planted-syntax.mmd"))
                .singleElement()
                .satisfies(seen -> assertThat(seen.problems()).isNotEmpty());
        assumeThat(chromium).as(NO_CHROMIUM).isPresent();
        assertThat(opened)
                .filteredOn(Planted::is)
                .hasSize(Planted.FAULTS.size())
                .noneMatch(seen -> seen.problems().isEmpty());
    }

    private void assertOpened(Format format) {
        assumeThat(chromium).as(NO_CHROMIUM).isPresent();
        var extension = "." + extension(format);
        assertThat(opened)
                .filteredOn(seen -> seen.file().endsWith(extension) && !Planted.is(seen))
                .hasSize(samples)
                .allSatisfy(ExportsIT::isFine);
    }

    private static void isFine(Seen seen) {
        assertThat(seen.problems()).as(seen.file()).isEmpty();
    }

    private void write(List<Sample> all) throws IOException {
        var exports = new ExportAdapter();
        Files.createDirectories(EXPORTS);
        try (var old = Files.list(EXPORTS)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var sample : all) {
            for (var format : Format.values()) {
                var document = exports.export(sample.canvas(), format);
                Files.writeString(
                        EXPORTS.resolve(sample.name() + "." + document.extension()),
                        document.text());
            }
            json.writeValue(
                    EXPORTS.resolve(sample.name() + ".words.json").toFile(), sample.words());
        }
        writeAll(Planted.FAULTS);
        writeAll(Planted.WORDS);
        samples = all.size();
    }

    private static void writeAll(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(EXPORTS.resolve(file.getKey()), file.getValue());
        }
    }

    private static String extension(Format format) {
        return switch (format) {
            case SVG -> "svg";
            case EXCALIDRAW -> "excalidraw";
            case MERMAID -> "mmd";
        };
    }

    private List<Seen> read(Path report) throws IOException {
        return json.readValue(report.toFile(), new TypeReference<>() {});
    }
}
