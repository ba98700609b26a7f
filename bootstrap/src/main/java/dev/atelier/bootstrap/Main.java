package dev.atelier.bootstrap;

import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.adapters.postgres.PostgresSettings;

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
        var env = new Environment(System.getenv());
        try {
            line.requireNoOptions();
            if (line.withParent()) {
                endWithParent();
            }
            switch (line.command()) {
                case SERVE -> serve(env, Role.ALL);
                case WORKER -> serve(env, Role.WORKER);
                case API -> serve(env, Role.API);
                case MIGRATE -> System.out.println(migrate(Storage.read(env)));
                case VERSION -> System.out.println("Atelier " + version());
                case HELP -> help().forEach(System.out::println);
            }
        } catch (WrongSetting wrong) {
            fail(FAILED, "Atelier cannot " + line.command().deed() + ": " + wrong.getMessage());
        }
    }

    private static void serve(Environment env, Role role) throws InterruptedException {
        var service = Service.start(Settings.read(env), role);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(service::stop));
        service.announcement().forEach(System.out::println);
        new CountDownLatch(1).await();
    }

    private static String migrate(Storage storage) {
        var opened = new Opened();
        try {
            var settings = PostgresSettings.at(storage.url(opened));
            return Storage.reached(() -> PostgresAdapter.migrate(settings)).toString();
        } finally {
            opened.closeAll();
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(
                Main.class.getPackage().getImplementationVersion(), "(not built as a jar)");
    }

    private static List<String> help() {
        var lines = new ArrayList<String>();
        lines.add("java -jar atelier.jar [command]");
        lines.addAll(Command.help());
        lines.add("All settings are environment variables; the README lists them.");
        return lines;
    }

    private static void fail(int status, String line) {
        System.err.println(line);
        System.exit(status);
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
