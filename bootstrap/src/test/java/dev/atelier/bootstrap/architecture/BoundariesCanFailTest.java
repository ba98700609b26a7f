package dev.atelier.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.atelier.adapters.ai.PlantedSecondFacade;
import dev.atelier.adapters.ai.PlantedUseOfHttp;
import dev.atelier.adapters.export.PlantedFormat;
import dev.atelier.adapters.export.PlantedUseOfLayout;
import dev.atelier.adapters.http.PlantedDoor;
import dev.atelier.adapters.http.PlantedUseOfPostgres;
import dev.atelier.adapters.http.socketio.PlantedUseOfJobs;
import dev.atelier.adapters.otel.PlantedExporter;
import dev.atelier.adapters.otel.PlantedUseOfHelidon;
import dev.atelier.adapters.postgres.PlantedTable;
import dev.atelier.adapters.postgres.PlantedUseOfAi;
import dev.atelier.application.PlantedUseOfAnAdapter;
import dev.atelier.domain.PlantedUseOfALibrary;
import dev.atelier.domain.PlantedUseOfBootstrap;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A rule that cannot fail is worse than none: each one meets a class that breaks it.
final class BoundariesCanFailTest {

    private static final Map<String, Class<?>> OFFENDERS =
            Map.ofEntries(
                    entry("domain knows only itself", PlantedUseOfALibrary.class),
                    entry("application knows the domain", PlantedUseOfAnAdapter.class),
                    entry("adapters-http knows the application", PlantedUseOfPostgres.class),
                    entry("Socket.IO knows nothing of the application", PlantedUseOfJobs.class),
                    entry("adapters-postgres knows the application", PlantedUseOfAi.class),
                    entry("adapters-ai knows the application", PlantedUseOfHttp.class),
                    entry("adapters-export knows the application", PlantedUseOfLayout.class),
                    entry("only bootstrap knows bootstrap", PlantedUseOfBootstrap.class),
                    entry("adapters-http has one public class", PlantedDoor.class),
                    entry("adapters-postgres has one public class", PlantedTable.class),
                    entry("adapters-ai has one public class", PlantedSecondFacade.class),
                    entry("adapters-export has one public class", PlantedFormat.class),
                    entry("adapters-otel knows the application", PlantedUseOfHelidon.class),
                    entry("adapters-otel has one public class", PlantedExporter.class));

    @Test
    void every_rule_has_its_offender() {
        assertThat(OFFENDERS.keySet()).isEqualTo(Boundaries.rules().keySet());
    }

    @TestFactory
    Stream<DynamicTest> every_rule_catches_its_offender() {
        return Boundaries.rules().entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () -> {
                                            var offender =
                                                    Objects.requireNonNull(
                                                            OFFENDERS.get(rule.getKey()));
                                            JavaClasses planted =
                                                    new ClassFileImporter().importClasses(offender);
                                            assertThatThrownBy(() -> rule.getValue().check(planted))
                                                    .isInstanceOf(AssertionError.class)
                                                    .hasMessageContaining(offender.getSimpleName());
                                        }));
    }
}
