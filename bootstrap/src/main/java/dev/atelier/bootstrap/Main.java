package dev.atelier.bootstrap;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Reads the settings, starts the service, and stops it in order when the process is asked to end.
/// With `--with-parent` it also ends when the process that started it does, as a build tool may.
public final class Main {

    private static final int CANNOT_START = 1;
    private static final String WITH_PARENT = "--with-parent";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            var settings = Settings.read(new Environment(System.getenv()));
            var service = Service.start(settings);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(service::stop));
            if (List.of(arguments).contains(WITH_PARENT)) {
                endWithParent();
            }
            announce(service.announcement(), settings.logs());
        } catch (WrongSetting wrong) {
            System.err.println("Atelier cannot start: " + wrong.getMessage());
            System.exit(CANNOT_START);
        }
        new CountDownLatch(1).await();
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
