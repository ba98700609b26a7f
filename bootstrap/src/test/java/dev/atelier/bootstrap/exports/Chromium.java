package dev.atelier.bootstrap.exports;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine, if it has one.
final class Chromium {

    private Chromium() {}

    static Optional<Path> find() {
        var set = Stream.ofNullable(System.getenv("CHROMIUM_PATH")).map(Path::of);
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        var onPath =
                Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> Arrays.stream(folders).map(at -> Path.of(at, name)));
        return Stream.concat(set, onPath).filter(Files::isExecutable).findFirst();
    }
}
