package io.almoner.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.Category;
import io.almoner.book.Facts;
import io.almoner.book.Holder;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.Words;

/** Rules about product keys: SW-001 to SW-005, SW-007, CLD-002 and CLD-003. */
public final class KeyRules {

    private KeyRules() {}

    /** SW-007: the key belongs to one benefit of one organisation. */
    public static List<Finding> heldElsewhere(OrgBook book, Facts facts, Benefit benefit, ProductKey key) {
        String masked = key.key().masked();
        ProductKey known = book.key(key.key().fingerprint()).orElse(null);
        if (known != null) {
            Benefit holder = book.benefit(known.benefitId());
            return holder.id() == benefit.id()
                    ? List.of()
                    : List.of(Finding.of(Rule.SW_007, "ProductKey", masked, holder.name(), book.code()));
        }
        Holder holder = facts.keys().get(key.key().fingerprint());
        return holder == null
                ? List.of()
                : List.of(
                        Finding.of(Rule.SW_007, "ProductKey", masked, holder.benefitName(), holder.organisationCode()));
    }

    /** SW-004, and CLD-002 for a cloud service: a key is obtained before it is activated or redeemed. */
    public static List<Finding> revealedFirst(Benefit benefit, ProductKey key) {
        if (key.revealedOn() != null) {
            return List.of();
        }
        boolean cloud = benefit.category() == Category.CLOUD;
        if (key.redeemedOn() != null) {
            return List.of(Finding.of(
                    cloud ? Rule.CLD_002 : Rule.SW_004,
                    "RedeemedDate",
                    key.redeemedOn().toString()));
        }
        return key.activationsUsed() == 0
                ? List.of()
                : List.of(Finding.of(
                        cloud ? Rule.CLD_002 : Rule.SW_004, "ActivationsUsed", Long.toString(key.activationsUsed())));
    }

    /** SW-001: keys are got of a software or licence-based cloud benefit that is still granted and has some. */
    public static List<Finding> gettable(OrgBook book, Benefit benefit, LocalDate on) {
        if (!benefit.hasKeys()) {
            return List.of(Finding.of(Rule.SW_001, "BenefitName", benefit.name(), benefit.name())
                    .variant("category"));
        }
        List<Finding> ended = GrantRules.ended(Rule.SW_001, book, benefit, on);
        if (!ended.isEmpty()) {
            return ended;
        }
        if (benefit.status() == BenefitStatus.PENDING) {
            return List.of(Finding.of(Rule.SW_001, "BenefitName", benefit.name()));
        }
        LocalDate activateBy = benefit.activateBy();
        if (activateBy != null && activateBy.isBefore(on)) {
            return List.of(Finding.of(Rule.SW_001, "BenefitName", benefit.name(), benefit.name(), activateBy.toString())
                    .variant("activate-by"));
        }
        return book.keys(benefit).isEmpty()
                ? List.of(Finding.of(Rule.SW_001, "BenefitName", benefit.name(), benefit.name())
                        .variant("no-keys"))
                : List.of();
    }

    /** SW-002: language and operating system are given where the product offers a choice, and are offered. */
    public static List<Finding> offered(Benefit benefit, @Nullable String language, @Nullable String operatingSystem) {
        List<Finding> findings = new ArrayList<>(0);
        choice("Language", benefit.languages(), language).ifPresent(findings::add);
        choice("OSType", benefit.operatingSystems(), operatingSystem).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> choice(String column, List<String> offered, @Nullable String chosen) {
        boolean fits = offered.isEmpty() || (chosen != null && offered.stream().anyMatch(one -> same(one, chosen)));
        if (fits) {
            return Optional.empty();
        }
        Finding finding = Finding.of(Rule.SW_002, column, chosen, String.join(", ", offered));
        return Optional.of(finding.variant(chosen == null ? "missing" : "not-offered"));
    }

    /** Whether two names of a language or operating system are the same to people. */
    public static boolean same(String one, String other) {
        return Words.plain(one).equals(Words.plain(other));
    }

    /** SW-002: no key of the product is of that language and operating system. */
    public static Finding noneFits(@Nullable String language, @Nullable String operatingSystem) {
        String column = language == null ? "OSType" : "Language";
        String asked =
                Stream.of(language, operatingSystem).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return Finding.of(Rule.SW_002, column, asked, asked).variant("no-key");
    }

    /** SW-003: what whoever gets the keys must read. */
    public static List<Finding> instructions(Benefit benefit) {
        String instructions = benefit.specialInstructions();
        return instructions == null
                ? List.of()
                : List.of(Finding.of(Rule.SW_003, "BenefitName", benefit.name(), instructions));
    }

    /** SW-004, and CLD-002 for a cloud service: no key was obtained yet. */
    public static Finding notObtained(Benefit benefit) {
        Rule rule = benefit.category() == Category.CLOUD ? Rule.CLD_002 : Rule.SW_004;
        return Finding.of(rule, "BenefitName", benefit.name(), benefit.name()).variant("wish");
    }

    /** CLD-003: the token was redeemed in another tenant. */
    public static Finding redeemedElsewhere(ProductKey token, @Nullable String tenant) {
        return Finding.of(
                Rule.CLD_003,
                "Tenant",
                tenant,
                token.key().masked(),
                Objects.requireNonNullElse(token.redeemedTenant(), "?"));
    }

    /** SW-005: activations used up (a warning) or more than allowed. */
    public static List<Finding> activations(ProductKey key) {
        Long allowed = key.activationsMax();
        long used = key.activationsUsed();
        if (allowed == null || used == 0 || used < allowed) {
            return List.of();
        }
        Finding finding = Finding.of(
                Rule.SW_005, "ActivationsUsed", Long.toString(used), Long.toString(used), Long.toString(allowed));
        return List.of(
                used > allowed
                        ? finding.variant("over")
                        : finding.variant("reached").weighing(Severity.WARNING));
    }
}
