import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/// Lets a real browser use the real service. The Maven build calls it with the folder of the tests and the jar of the
/// service. Without a browser nothing is tested, and it says so.
void main(String[] args) throws Exception {
    if (!hasChromium()) {
        System.out.println(
                """

                **********************************************************************
                 NOT TESTED: the page in a browser, for there is no Chromium here.
                 Set CHROMIUM_PATH, or install chromium, and build again.
                **********************************************************************
                """);
        return;
    }
    var npm = new Npm(Path.of(args[0]));
    npm.install();
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    npm.show(Map.of("ATELIER_JAR", args[1], "ATELIER_JAVA", java.toString()), "run", "--silent", "test");
}

boolean hasChromium() {
    var set = Stream.ofNullable(System.getenv("CHROMIUM_PATH")).map(Path::of);
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    var onPath =
            Stream.of("chromium", "chromium-browser", "google-chrome")
                    .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)));
    return Stream.concat(set, onPath).anyMatch(Files::isExecutable);
}
