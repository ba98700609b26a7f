package dev.atelier.adapters.http.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of the web page, by path. All are read once, at the start: what the build did not list
/// does not exist, whatever a path says.
final class WebFiles {

    private static final String LIST = "files.txt";
    private static final String PAGE = "/index.html";
    private static final String LASTING = "/assets/";
    private static final Map<String, String> SUFFIXES = Map.of("br", ".br", "gzip", ".gz");

    private final Map<String, WebFile> files;

    private WebFiles(Map<String, WebFile> files) {
        this.files = Map.copyOf(files);
    }

    /// @param root on the class path, as in `/web/`; where it has no list of files there are none
    static WebFiles under(String root) {
        var list = read(root + LIST);
        var files = new HashMap<String, WebFile>();
        if (list != null) {
            new String(list, UTF_8)
                    .lines()
                    .forEach(name -> files.put("/" + name, file(root + name, "/" + name)));
        }
        return new WebFiles(files);
    }

    /// A page of its own, such as `docs.html`, is found without its suffix too.
    ///
    /// @param path as it was asked for, undecoded
    Optional<WebFile> at(String path) {
        var file = files.get(path.equals("/") ? PAGE : path);
        return Optional.ofNullable(file == null ? files.get(path + ".html") : file);
    }

    /// The one page, whose script knows what all paths show; absent where there are no files.
    Optional<WebFile> page() {
        return at(PAGE);
    }

    private static WebFile file(String resource, String path) {
        var bodies = new HashMap<String, byte[]>();
        SUFFIXES.forEach(
                (encoding, suffix) -> {
                    var compressed = read(resource + suffix);
                    if (compressed != null) {
                        bodies.put(encoding, compressed);
                    }
                });
        var plain = read(resource);
        if (plain == null) {
            throw new IllegalStateException("the web page lacks " + resource);
        }
        bodies.put(WebFile.IDENTITY, plain);
        return new WebFile(WebFile.mediaTypeOf(path), bodies, path.startsWith(LASTING));
    }

    private static byte @Nullable [] read(String resource) {
        try (var file = WebFiles.class.getResourceAsStream(resource)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
