package dev.atelier.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each module may know, as lists of what is allowed: whatever is not named is forbidden.
final class Boundaries {

    static final List<String> MODULES =
            List.of(
                    "domain",
                    "application",
                    "adapters.http",
                    "adapters.postgres",
                    "adapters.ai",
                    "adapters.export",
                    "adapters.otel",
                    "bootstrap");

    private static final String[] NO_LIBRARY = {};

    private Boundaries() {}

    /// All rules by name.
    static Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("domain knows only itself", mayKnow("domain", NO_LIBRARY));
        rules.put(
                "application knows the domain",
                mayKnow("application", "dev.atelier.domain..", "org.slf4j.."));
        rules.put(
                "adapters-http knows the application",
                adapterMayKnow(
                        "http",
                        "io.helidon..",
                        "com.nimbusds..",
                        "com.fasterxml.jackson..",
                        "io.github.bucket4j..",
                        "com.standardwebhooks..",
                        "javax.net.ssl..",
                        "com.sun.management.."));
        rules.put("Socket.IO knows nothing of the application", protocolsKnowOnlyThemselves());
        rules.put(
                "adapters-postgres knows the application",
                adapterMayKnow(
                        "postgres",
                        "io.helidon..",
                        "com.zaxxer.hikari..",
                        "javax.net..",
                        "javax.sql..",
                        "org.flywaydb..",
                        "org.postgresql..",
                        "com.fasterxml.jackson.."));
        rules.put(
                "adapters-ai knows the application",
                adapterMayKnow(
                        "ai",
                        "dev.langchain4j..",
                        "org.eclipse.elk..",
                        "org.eclipse.emf..",
                        "io.github.resilience4j..",
                        "com.fasterxml.jackson.."));
        rules.put(
                "adapters-export knows the application",
                adapterMayKnow("export", "com.fasterxml.jackson..", "javax.xml.stream.."));
        rules.put(
                "adapters-otel knows the application",
                adapterMayKnow("otel", "io.opentelemetry.."));
        rules.put(
                "only bootstrap knows bootstrap",
                noClasses()
                        .that(resideOutsideOfPackages("dev.atelier.bootstrap.."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("dev.atelier.bootstrap..")));
        for (var adapter : List.of("http", "postgres", "ai", "export", "otel")) {
            rules.put("adapters-" + adapter + " has one public class", hasOneFacade(adapter));
        }
        return rules;
    }

    private static ArchRule protocolsKnowOnlyThemselves() {
        String[] protocols = {
            "dev.atelier.adapters.http.socketio..",
            "dev.atelier.adapters.http.engineio..",
            "dev.atelier.adapters.http.websocket..",
            "dev.atelier.adapters.http.timing.."
        };
        String[] libraries = {
            "java..",
            "org.jspecify.annotations..",
            "org.slf4j..",
            "io.helidon..",
            "com.fasterxml.jackson.."
        };
        return classes()
                .that(resideInAnyPackage(protocols))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(protocols)
                                .or(resideInAnyPackage(libraries))
                                .or(primitives()));
    }

    private static ArchRule adapterMayKnow(String adapter, String... libraries) {
        var allowed = new String[libraries.length + 3];
        System.arraycopy(libraries, 0, allowed, 3, libraries.length);
        allowed[0] = "dev.atelier.domain..";
        allowed[1] = "dev.atelier.application..";
        allowed[2] = "org.slf4j..";
        return mayKnow("adapters." + adapter, allowed);
    }

    private static ArchRule mayKnow(String module, String... others) {
        var allowed = new String[others.length + 3];
        System.arraycopy(others, 0, allowed, 3, others.length);
        allowed[0] = "dev.atelier." + module + "..";
        allowed[1] = "java..";
        allowed[2] = "org.jspecify.annotations..";
        return classes()
                .that(resideInAnyPackage("dev.atelier." + module + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitives()));
    }

    /// In an adapter's own package only the facade and the records that its signature needs are
    /// public.
    private static ArchRule hasOneFacade(String adapter) {
        return classes()
                .that(resideInAnyPackage("dev.atelier.adapters." + adapter))
                .and(publicAndNoRecord())
                .should(be(namedLikeAFacade()));
    }

    private static DescribedPredicate<JavaClass> publicAndNoRecord() {
        return DescribedPredicate.describe(
                "are public and hold behaviour",
                type ->
                        type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.isRecord()
                                && type.isTopLevelClass());
    }

    private static DescribedPredicate<JavaClass> namedLikeAFacade() {
        return DescribedPredicate.describe(
                "the facade", type -> type.getSimpleName().endsWith("Adapter"));
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe(
                "primitive", (JavaClass type) -> type.isPrimitive() || type.isArray());
    }
}
