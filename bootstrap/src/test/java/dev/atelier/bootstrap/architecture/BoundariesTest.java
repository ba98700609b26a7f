package dev.atelier.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/// The product keeps to its boundaries.
final class BoundariesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.atelier");

    @TestFactory
    Stream<DynamicTest> the_product_keeps_its_boundaries() {
        return Boundaries.rules().entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @Test
    void every_module_was_really_looked_at() {
        for (var module : Boundaries.MODULES) {
            assertThat(
                            PRODUCT.stream()
                                    .filter(
                                            type ->
                                                    type.getPackageName()
                                                            .startsWith("dev.atelier." + module)))
                    .as(module)
                    .hasSizeGreaterThan(3);
        }
    }
}
