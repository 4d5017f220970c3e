package io.almoner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.report.Chart.Piece;
import io.almoner.report.UnusedKeysQuery.UnusedKey;

/**
 * The report about keys that nobody uses: never revealed, or revealed and not activated, of benefits that are still
 * usable. It tells of keys that there are, so that a product without keys, such as client access licences, never has one
 * missing. A key that was never revealed is as old as its order.
 */
final class UnusedKeys {

    private static final int PRODUCTS = 10;
    private static final int OLD_DAYS = 180;

    private final ScopedLedger ledger;
    private final UnusedKeysQuery query;
    private final Texts texts;
    private final LocalDate day;
    private final Map<String, Count> products = new HashMap<>();
    private final Map<Age, Count> ages = new EnumMap<>(Age.class);
    private Count all = Count.none("");

    private UnusedKeys(ScopedLedger ledger) {
        this.ledger = ledger;
        this.query = new UnusedKeysQuery(ledger);
        this.texts = ledger.texts();
        this.day = ledger.scope().on();
    }

    static Report read(ScopedLedger ledger) {
        return new UnusedKeys(ledger).report();
    }

    /** How long a key has been unused. */
    private enum Age {
        DAYS_30(30),
        DAYS_90(90),
        DAYS_180(OLD_DAYS),
        DAYS_365(365),
        OLDER(Long.MAX_VALUE),
        UNKNOWN(-1);

        private final long most;

        Age(long most) {
            this.most = most;
        }

        static Age of(@Nullable Long days) {
            return days == null
                    ? UNKNOWN
                    : Stream.of(values())
                            .filter(age -> days <= age.most)
                            .findFirst()
                            .orElse(OLDER);
        }
    }

    /** Unused keys of one product or age. */
    private record Count(
            String name,
            long neverRevealed,
            long notActivated,
            @Nullable Long oldest) {

        static Count none(String name) {
            return new Count(name, 0, 0, null);
        }

        Count plus(UnusedKey key) {
            Long older = oldest == null || (key.days() != null && key.days() > oldest) ? key.days() : oldest;
            return new Count(
                    name, neverRevealed + (key.revealed() ? 0 : 1), notActivated + (key.revealed() ? 1 : 0), older);
        }

        long unused() {
            return neverRevealed + notActivated;
        }
    }

    private Report report() {
        try (Stream<UnusedKey> keys = query.keys()) {
            keys.forEach(this::add);
        }
        return new Report(
                "unused-keys",
                ledger.header(),
                all.unused(),
                figures(),
                List.of(texts.text("unused-keys.counting", texts.day(day))),
                List.of(Chart.bars(texts.text("unused-keys.chart"), bars())),
                List.of(byProduct(), details()),
                facts(),
                steps());
    }

    private void add(UnusedKey key) {
        all = all.plus(key);
        products.merge(key.product(), Count.none(key.product()).plus(key), (sum, one) -> sum.plus(key));
        ages.merge(Age.of(key.days()), Count.none("").plus(key), (sum, one) -> sum.plus(key));
    }

    private List<Figure> figures() {
        long keys = query.count();
        Double share = keys == 0 ? null : Double.valueOf((double) all.unused() / keys);
        Long oldest = all.oldest();
        return List.of(
                Figure.onCover("unused", texts.text("figure.unused"), all.unused(), texts.text("figure.ofKeys", keys)),
                new Figure("share", texts.text("figure.unusedShare"), Kind.SHARE, share, null, Figure.Place.COVER),
                Figure.onCover("neverRevealed", texts.text("figure.neverRevealed"), all.neverRevealed(), null),
                Figure.onCover("notActivated", texts.text("figure.notActivated"), all.notActivated(), null),
                Figure.onCover("old", texts.text("figure.oldKeys", OLD_DAYS), old(), null),
                Figure.onCover(
                        "products",
                        texts.text("figure.products"),
                        (long) products.size(),
                        oldest == null ? null : texts.text("figure.oldest", oldest)));
    }

    private List<String> steps() {
        return new Steps(texts)
                .when(all.notActivated(), "unused-keys.step.ask")
                .when(all.neverRevealed(), "unused-keys.step.handOut")
                .when(old(), "unused-keys.step.old", OLD_DAYS)
                .all();
    }

    private Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("listed", PRODUCTS);
        facts.put("oldest", all.oldest());
        return facts;
    }

    private long old() {
        return unused(Age.DAYS_365) + unused(Age.OLDER);
    }

    private long unused(Age age) {
        return ages.getOrDefault(age, Count.none("")).unused();
    }

    private List<Piece> bars() {
        List<Piece> bars = new ArrayList<>();
        for (Age age : Age.values()) {
            Count count = ages.getOrDefault(age, Count.none(""));
            bars.add(new Piece(texts.text("figure.neverRevealed"), word(age), count.neverRevealed()));
            bars.add(new Piece(texts.text("figure.notActivated"), word(age), count.notActivated()));
        }
        return bars;
    }

    private String word(Age age) {
        return texts.word("age", age.name());
    }

    private Table<Count> byProduct() {
        List<Count> most = products.values().stream()
                .sorted(Comparator.comparing(Count::unused).reversed().thenComparing(Count::name, ledger.byName()))
                .limit(PRODUCTS)
                .toList();
        List<Field<Count>> fields = List.of(
                Field.text("product", 44, Count::name),
                Field.whole("neverRevealed", 12, Count::neverRevealed),
                Field.whole("notActivated", 12, Count::notActivated),
                Field.whole("unused", 12, Count::unused),
                Field.whole("oldest", 12, Count::oldest));
        Count total = new Count(texts.text("total.products"), all.neverRevealed(), all.notActivated(), all.oldest());
        return Table.brief("PRODUCTS", texts.text("section.PRODUCTS", PRODUCTS), most, fields)
                .totalling(total);
    }

    private Table<UnusedKey> details() {
        List<Field<UnusedKey>> fields = List.of(
                Field.text("organisation", 28, UnusedKey::organisation),
                Field.text("product", 36, UnusedKey::product),
                Field.text("order", 14, UnusedKey::order),
                Field.text("location", 12, UnusedKey::mpnId),
                Field.text("key", 14, UnusedKey::masked),
                Field.text("keyType", 20, UnusedKey::type),
                Field.text("language", 20, UnusedKey::language),
                Field.text("operatingSystem", 18, UnusedKey::operatingSystem),
                Field.text("standing", 24, key -> texts.text(key.revealed() ? "key.REVEALED" : "key.UNREVEALED")),
                Field.day("since", 12, UnusedKey::since),
                Field.whole("days", 8, UnusedKey::days),
                Field.text("age", 16, key -> word(Age.of(key.days()))));
        return Table.detail("KEYS", texts, query::keys, fields);
    }
}
