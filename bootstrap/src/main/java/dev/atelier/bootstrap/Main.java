package dev.atelier.bootstrap;

import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.adapters.postgres.PostgresSettings;
import dev.atelier.bootstrap.selftest.Options;
import dev.atelier.bootstrap.selftest.Selftest;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/// Does what the arguments say: by default it reads the settings, starts the service, and stops it
/// in order when the process is asked to end. With `--with-parent` it also ends when the process
/// that started it does, as a build tool may.
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            run(CommandLine.parse(List.of(arguments)));
        } catch (WrongUse wrong) {
            fail(WRONG_USE, "Atelier: " + wrong.getMessage() + "; --help tells what there is");
        }
    }

    private static void run(CommandLine line) throws InterruptedException {
        if (line.withParent()) {
            endWithParent();
        }
        try {
            run(line, new Environment(System.getenv()));
        } catch (WrongSetting wrong) {
            fail(FAILED, "Atelier cannot " + line.command().deed() + ": " + wrong.getMessage());
        }
    }

    private static void run(CommandLine line, Environment env) throws InterruptedException {
        switch (line.command()) {
            case SERVE -> serve(line, env, Role.ALL);
            case WORKER -> serve(line, env, Role.WORKER);
            case API -> serve(line, env, Role.API);
            case MIGRATE -> migrate(line, Storage.read(env));
            case SELFTEST -> selftest(line, Storage.read(env));
            case SELFTEST_WORKER -> SelftestWorker.run(Storage.read(env), line.options());
            case VERSION -> print(line, List.of("Atelier " + version()));
            case HELP -> print(line, help());
        }
    }

    private static void serve(CommandLine line, Environment env, Role role)
            throws InterruptedException {
        line.requireNoOptions();
        var settings = Settings.read(env);
        var service = Service.start(settings, role);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(service::stop));
        announce(service.announcement(), settings.logs());
        new CountDownLatch(1).await();
    }

    private static void migrate(CommandLine line, Storage storage) {
        line.requireNoOptions();
        var opened = new Opened();
        try {
            var settings = PostgresSettings.at(storage.directUrl(opened));
            System.out.println(Storage.reached(() -> PostgresAdapter.migrate(settings)));
        } finally {
            opened.closeAll();
        }
    }

    private static void selftest(CommandLine line, Storage storage) throws InterruptedException {
        var options = options(line);
        // Every cut would fill the log, and hide what the test has to say.
        System.setProperty("atelier.log", "OFF");
        var opened = new Opened();
        boolean passed;
        try {
            var url = storage.directUrl(opened);
            var test = opened.keep(Storage.reached(() -> Selftest.prepare(url, options)));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(opened::closeAll));
            passed = test.run(System.out::println);
        } catch (IllegalStateException broken) {
            throw new WrongSetting(Objects.toString(broken.getMessage()));
        } finally {
            opened.closeAll();
        }
        if (!passed) {
            System.exit(FAILED);
        }
    }

    private static Options options(CommandLine line) {
        try {
            return Options.parse(line.options());
        } catch (IllegalArgumentException wrong) {
            throw new WrongUse(Objects.toString(wrong.getMessage()));
        }
    }

    private static void print(CommandLine line, List<String> text) {
        line.requireNoOptions();
        text.forEach(System.out::println);
    }

    private static String version() {
        return Objects.requireNonNullElse(
                Main.class.getPackage().getImplementationVersion(), "(not built as a jar)");
    }

    private static List<String> help() {
        var lines = new ArrayList<String>();
        lines.add("java -jar atelier.jar [command]");
        lines.addAll(Command.help());
        lines.add("selftest takes --jobs --kills --freezes --cuts (how many), --lease (seconds)");
        lines.add("and --seed. All settings are environment variables; the README lists them.");
        return lines;
    }

    private static void fail(int status, String line) {
        System.err.println(line);
        System.exit(status);
    }

    /// Where a machine reads along, it finds nothing but its own form, and no token.
    private static void announce(List<String> lines, LogFormat format) {
        switch (format) {
            case TEXT -> lines.forEach(System.out::println);
            case JSON ->
                    lines.stream()
                            .filter(line -> !line.startsWith(Service.TOKEN))
                            .forEach(LoggerFactory.getLogger(Main.class)::info);
        }
    }

    private static void endWithParent() {
        var parent = ProcessHandle.current().parent();
        Thread.ofVirtual()
                .name("end-with-parent")
                .start(
                        () -> {
                            parent.ifPresent(process -> process.onExit().join());
                            System.exit(0);
                        });
    }
}
