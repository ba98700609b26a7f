package dev.atelier.bootstrap;

import org.slf4j.bridge.SLF4JBridgeHandler;

import java.util.concurrent.CountDownLatch;

/// Reads the settings, starts the service, and stops it in order when the process is asked to end.
public final class Main {

    private static final int CANNOT_START = 1;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            var service = Service.start(Settings.read(new Environment(System.getenv())));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(service::stop));
            service.announcement().forEach(System.out::println);
        } catch (WrongSetting wrong) {
            System.err.println("Atelier cannot start: " + wrong.getMessage());
            System.exit(CANNOT_START);
        }
        new CountDownLatch(1).await();
    }
}
