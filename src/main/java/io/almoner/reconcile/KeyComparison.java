package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Command.RecordKey;
import io.almoner.book.KeyState;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.SealedKey;
import io.almoner.book.Sighting.ClaimedKey;

/** Finds the key that a row speaks of, by the key itself, and what differs. */
final class KeyComparison {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;

    KeyComparison(OrgBook book, Terms terms, Seen seen) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
    }

    /** A key of {@code pmc_keys}. */
    List<Drift> compare(RecordKey row) {
        Supplier<List<Benefit>> benefits = () -> book
                .location(row.benefit().mpnId())
                .map(at -> book.benefitsLike(at, row.benefit().benefitName()))
                .orElse(List.of())
                .stream()
                .filter(benefit -> row.benefit().orderNumber() == null
                        || row.benefit()
                                .orderNumber()
                                .equals(book.order(benefit).number()))
                .toList();
        return compare(
                row.key(),
                row.benefit().benefitName(),
                benefits,
                new There(
                        row.type(),
                        row.revealedOn(),
                        row.activationsUsed(),
                        row.activationsMax(),
                        row.redeemedOn(),
                        row.redeemedTenant(),
                        row.seats(),
                        row.language(),
                        row.operatingSystem()));
    }

    /** A key of an export that names only its product. */
    List<Drift> compare(ClaimedKey row) {
        Supplier<List<Benefit>> benefits = () -> book.locations().stream()
                .flatMap(at -> book.benefitsLike(at, row.product()).stream())
                .filter(Benefit::hasKeys)
                .toList();
        return compare(
                row.key(),
                row.product(),
                benefits,
                new There(row.type(), row.claimedOn(), null, null, null, null, null, null, null));
    }

    /** What a portal says of a key; null where it says nothing. */
    private record There(
            @Nullable String type,
            @Nullable LocalDate revealedOn,
            @Nullable Long used,
            @Nullable Long most,
            @Nullable LocalDate redeemedOn,
            @Nullable String tenant,
            @Nullable Long seats,
            @Nullable String language,
            @Nullable String operatingSystem) {

        boolean isUsed() {
            return revealedOn != null || redeemedOn != null || (used != null && used > 0);
        }
    }

    private List<Drift> compare(SealedKey key, String product, Supplier<List<Benefit>> benefits, There there) {
        Optional<ProductKey> known = book.key(key.fingerprint());
        if (known.isEmpty()) {
            return List.of(missing(key, product, benefits.get(), there));
        }
        ProductKey here = known.get();
        Subject subject = Subject.of(book, here);
        if (!seen.add(here.id())) {
            return List.of(Drift.of(Situation.DUPLICATED_THERE, subject, here));
        }
        List<Difference> differences = differences(here, there);
        if (differences.isEmpty()) {
            return List.of();
        }
        boolean unusedHere = here.state() == KeyState.UNREVEALED
                || (here.activationsUsed() == 0 && there.used() != null && there.used() > 0)
                || (here.redeemedOn() == null && there.redeemedOn() != null);
        Situation situation = there.isUsed() && unusedHere ? Situation.KEY_USED_THERE : Situation.DIFFERENT_VALUE;
        return List.of(Drift.of(situation, subject, here)
                .differing(differences)
                .fixedBy(Change.changed(ChangeKind.KEY_CHANGED, here, taken(here, there))));
    }

    private List<Difference> differences(ProductKey here, There there) {
        return new Values(terms.tolerance())
                .text("KeyType", here.type().isEmpty() ? null : here.type(), there.type())
                .day("RevealedDate", here.revealedOn(), there.revealedOn())
                .number("ActivationsUsed", here.activationsUsed(), there.used())
                .number("ActivationsMax", here.activationsMax(), there.most())
                .day("RedeemedDate", here.redeemedOn(), there.redeemedOn())
                .text("RedeemedTenant", here.redeemedTenant(), there.tenant())
                .number("Seats", here.seats(), there.seats())
                .text("Language", here.language(), there.language())
                .text("OSType", here.operatingSystem(), there.operatingSystem())
                .differences();
    }

    private Drift missing(SealedKey key, String product, List<Benefit> benefits, There there) {
        if (benefits.size() == 1) {
            Benefit benefit = benefits.get(0);
            Subject subject = new Subject(
                    Subject.Kind.KEY, benefit.name(), book.order(benefit).number(), null, key.masked());
            ProductKey unused = new ProductKey(
                    0, benefit.id(), key, "", null, null, null, KeyState.UNREVEALED, null, null, 0, null, null);
            return Drift.of(Situation.MISSING_HERE, subject, null)
                    .fixedBy(Change.created(ChangeKind.KEY_RECORDED, taken(unused, there)));
        }
        Subject subject = new Subject(Subject.Kind.KEY, product, null, null, key.masked());
        return benefits.isEmpty()
                ? Drift.of(Situation.MISSING_HERE, subject, null).variant("benefit")
                : Drift.of(Situation.UNMATCHED, subject, null)
                        .among(benefits.stream()
                                .map(benefit -> benefit.name() + " ("
                                        + book.order(benefit).number() + ")")
                                .toList());
    }

    private static ProductKey taken(ProductKey here, There there) {
        LocalDate revealed = newer(there.revealedOn(), here.revealedOn());
        long used = there.used() == null ? here.activationsUsed() : there.used();
        Long most = newer(there.most(), here.activationsMax());
        LocalDate redeemed = newer(there.redeemedOn(), here.redeemedOn());
        return new ProductKey(
                here.id(),
                here.benefitId(),
                here.key(),
                Objects.requireNonNullElse(there.type(), here.type()),
                newer(there.seats(), here.seats()),
                newer(there.language(), here.language()),
                newer(there.operatingSystem(), here.operatingSystem()),
                state(here.state(), revealed, used, most, redeemed),
                revealed,
                most,
                used,
                redeemed,
                newer(there.tenant(), here.redeemedTenant()));
    }

    /** A key that was blocked or has expired stays so, whatever was done with it before. */
    private static KeyState state(
            KeyState here, @Nullable LocalDate revealed, long used, @Nullable Long most, @Nullable LocalDate redeemed) {
        if (here == KeyState.BLOCKED || here == KeyState.EXPIRED) {
            return here;
        }
        if (redeemed != null) {
            return KeyState.REDEEMED;
        }
        if (used == 0) {
            return revealed == null ? KeyState.UNREVEALED : KeyState.REVEALED;
        }
        return most != null && used >= most ? KeyState.EXHAUSTED : KeyState.ACTIVATED;
    }

    private static <T> @Nullable T newer(@Nullable T there, @Nullable T here) {
        return there == null ? here : there;
    }
}
