package io.almoner.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Words;

/** Compares the values of both sides, field by field. What the portal leaves empty is no difference. */
final class Values {

    private final Tolerance tolerance;
    private final List<Difference> differences = new ArrayList<>(2);

    Values(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    Values text(String field, @Nullable String here, @Nullable String there) {
        if (there != null && (here == null || !Words.plain(here).equals(Words.plain(there)))) {
            differ(field, here, there);
        }
        return this;
    }

    Values day(String field, @Nullable LocalDate here, @Nullable LocalDate there) {
        if (there != null && (here == null || Math.abs(ChronoUnit.DAYS.between(here, there)) > tolerance.days())) {
            differ(field, here, there);
        }
        return this;
    }

    Values number(String field, @Nullable Long here, @Nullable Long there) {
        if (there != null && (here == null || Math.abs(here - there) > tolerance.number())) {
            differ(field, here, there);
        }
        return this;
    }

    Values word(String field, @Nullable Enum<?> here, @Nullable Enum<?> there) {
        if (there != null && here != there) {
            differences.add(new Difference(field, here == null ? null : Words.label(here), Words.label(there)));
        }
        return this;
    }

    Values flag(String field, @Nullable Boolean here, @Nullable Boolean there) {
        if (there != null && !Objects.equals(here, there)) {
            differences.add(new Difference(field, here == null ? null : yesOrNo(here), yesOrNo(there)));
        }
        return this;
    }

    private static String yesOrNo(boolean flag) {
        return flag ? "Yes" : "No";
    }

    private void differ(String field, @Nullable Object here, Object there) {
        differences.add(new Difference(field, here == null ? null : here.toString(), there.toString()));
    }

    List<Difference> differences() {
        return differences;
    }
}
