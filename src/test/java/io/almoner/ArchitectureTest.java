package io.almoner;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** Which part may know which, and what no part may do. Parts without classes pass. */
@AnalyzeClasses(packages = "io.almoner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /**
     * What each part may know. {@code book} and {@code rules} are one core in two packages: decisions ask the rules,
     * and the rules read the records of the book.
     */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            entry("book", Set.of("rules")),
            entry("rules", Set.of("book")),
            entry("intake", Set.of("book", "rules")),
            entry("ledger", Set.of("book", "rules")),
            entry("returns", Set.of("book", "rules", "intake")),
            entry("reconcile", Set.of("book", "rules", "intake")),
            entry("portal", Set.of("book", "rules", "intake", "ledger", "returns")),
            entry("report", Set.of("book", "rules", "intake", "ledger", "returns", "reconcile")),
            entry("jobs", Set.of("book", "rules", "intake", "ledger", "returns", "reconcile", "portal", "report")),
            entry("mail", Set.of("rules", "ledger", "returns")),
            entry("jobfile", Set.of("book", "returns", "reconcile", "report", "jobs")),
            entry("schedule", Set.of("jobfile")),
            entry("metrics", Set.of("ledger", "returns")),
            entry(
                    "cli",
                    Set.of(
                            "book",
                            "rules",
                            "intake",
                            "ledger",
                            "returns",
                            "reconcile",
                            "portal",
                            "report",
                            "jobs",
                            "jobfile",
                            "schedule",
                            "metrics",
                            "mail")));

    @ArchTest
    static final ArchRule parts_know_only_what_stands_below_them = partsKnowOnly(KNOWS);

    @ArchTest
    static final ArchRule the_core_knows_no_framework_database_or_file = noClasses()
            .that()
            .resideInAnyPackage("io.almoner.book..", "io.almoner.rules..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "java.io..", "java.nio.file..", "java.net.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_core_is_told_the_time = noClasses()
            .that()
            .resideInAnyPackage("io.almoner.book..", "io.almoner.rules..")
            .should()
            .callCodeUnitWhere(readsTheClock())
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_what_a_type_is = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_command_line_speaks_to_the_terminal = noClasses()
            .that()
            .resideOutsideOfPackage("io.almoner.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    /** Earlier versions lose rows after a stop in the middle of a chunk, and read records without a limit. */
    @Test
    void spring_batch_is_at_least_the_first_sound_version_6() {
        var version = Version.parse(Job.class.getPackage().getImplementationVersion());
        assertThat(version).isGreaterThanOrEqualTo(Version.parse("6.0.6"));
    }

    private static ArchRule partsKnowOnly(Map<String, Set<String>> table) {
        var parts = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (var part : table.keySet()) {
            parts = parts.layer(part).definedBy("io.almoner." + part + "..");
        }
        for (var part : table.entrySet()) {
            parts = parts.whereLayer(part.getKey())
                    .mayOnlyAccessLayers(part.getValue().toArray(String[]::new));
        }
        return parts;
    }

    private static DescribedPredicate<JavaCall<?>> readsTheClock() {
        return describe("reads the clock", call -> {
            var owner = call.getTargetOwner();
            return switch (call.getName()) {
                case "now" -> owner.getPackageName().startsWith("java.time");
                case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
                case "<init>" -> owner.isEquivalentTo(java.util.Date.class);
                default -> false;
            };
        });
    }
}
