package dev.atelier.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Sets logback up when the first logger is asked for: our own lines to the console, and of others
/// what is wrong. In Java, for it is read faster than XML.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} %msg%n%ex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        configure(context, format());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void configure(LoggerContext context, LogFormat format) {
        followLevels(context);
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName("console");
        console.setEncoder(encoder(context, format));
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level(Level.WARN));
        context.getLogger("dev.atelier").setLevel(level(Level.INFO));
        // It logs every statement that an outage broke, with its stack: our own line says it once.
        context.getLogger("io.helidon.dbclient").setLevel(Level.ERROR);
    }

    /// A self-test would fill the log with what it does to its workers.
    private static Level level(Level usual) {
        return Level.toLevel(System.getProperty("atelier.log"), usual);
    }

    /// A wrong value stops the start a moment later, by a line of its own.
    private static LogFormat format() {
        try {
            return Observation.logs(new Environment(System.getenv()));
        } catch (WrongSetting wrong) {
            return LogFormat.TEXT;
        }
    }

    /// What `java.util.logging` need not pass on, it shall not even make.
    private static void followLevels(LoggerContext context) {
        var propagator = new LevelChangePropagator();
        propagator.setContext(context);
        propagator.setResetJUL(true);
        propagator.start();
        context.addListener(propagator);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        var encoder =
                switch (format) {
                    case TEXT -> pattern();
                    case JSON -> new JsonLines();
                };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> pattern() {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }
}
