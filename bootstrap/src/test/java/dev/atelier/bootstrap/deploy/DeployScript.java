package dev.atelier.bootstrap.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `deploy_async.sh`, run with a fake `railway` first on the path, or with none.
final class DeployScript {

    /// What a service needs that is linked, can start and has a domain.
    static final String COMPLETE =
            "DATABASE_URL=postgresql://u:s3cret@h/db\\nFIREBASE_PROJECT_ID=p\\nAI_PROVIDER=offline";

    private static final Path SCRIPT = Path.of("../deploy_async.sh").toAbsolutePath().normalize();

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private boolean installed = true;

    /// @param home where the fake may keep its notes
    DeployScript(Path home) {
        this.home = home;
        variables.put("RAILWAY_FAKE_VARIABLES", COMPLETE);
        variables.put("RAILWAY_FAKE_CALLS", home.resolve("calls").toString());
        variables.put("HEALTH_PATIENCE", "0");
        variables.put("HEALTH_PAUSE", "0");
    }

    record Outcome(int code, String output, List<String> calls) {}

    DeployScript with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    DeployScript withoutCli() {
        installed = false;
        return this;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("PATH", (installed ? fake() + ":" : "") + "/usr/bin:/bin");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output, calls());
    }

    private List<String> calls() throws IOException {
        var file = home.resolve("calls");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /// Archives may have lost that it can be run.
    private Path fake() throws IOException {
        var folder = Files.createDirectories(home.resolve("bin"));
        var fake = folder.resolve("railway");
        try (var script = DeployScript.class.getResourceAsStream("/deploy/railway")) {
            if (script == null) {
                throw new IOException("the fake is not on the class path");
            }
            Files.copy(script, fake, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }
}
