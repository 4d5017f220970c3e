package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.report.Chart.Piece;

/**
 * The report about keys that nobody uses: never revealed, or revealed and not activated, of benefits that are still
 * usable. It tells of keys that there are, so that a product without keys, such as client access licences, never has one
 * missing. A key that was never revealed is as old as its order.
 */
final class UnusedKeys {

    private static final int PRODUCTS = 10;
    private static final int OLD_DAYS = 180;

    /** Outer joins, though all rows exist: they make every database begin with the keys and look the rest up. */
    private static final String KEYS = """
            select * from (
                select o.name as organisation, k.organisation_id, b.name as product, po.order_number, l.mpn_id,
                       k.id as key_id, k.last_five, k.key_type, k.language, k.operating_system, k.state,
                       case when k.state = 'UNREVEALED' then po.purchased_on else k.revealed_on end as since
                from product_key k
                left join benefit b on b.organisation_id = k.organisation_id and b.id = k.benefit_id
                left join organisation o on o.organisation_id = k.organisation_id and o.id = k.organisation_id
                left join purchase_order po on po.organisation_id = k.organisation_id and po.id = b.order_id
                left join location l on l.organisation_id = k.organisation_id and l.id = b.location_id
                where k.organisation_id between :first and :last
                  and (k.state = 'UNREVEALED' or (k.state = 'REVEALED' and k.activations_used = 0))
                  and b.status <> 'EXPIRED' and (b.usable_until is null or b.usable_until >= :on)
                  and po.status not in ('LAPSED', 'EXPIRED', 'CANCEL_REQUESTED', 'REFUNDED')
            ) unused
            order by organisation %1$s, organisation_id, product %1$s, state desc, order_number %1$s, mpn_id %1$s, since,
                     key_id
            """;

    private static final String ALL_KEYS = """
            select count(*)
            from product_key k
            left join benefit b on b.organisation_id = k.organisation_id and b.id = k.benefit_id
            left join purchase_order po on po.organisation_id = k.organisation_id and po.id = b.order_id
            where k.organisation_id between :first and :last
              and b.status <> 'EXPIRED' and (b.usable_until is null or b.usable_until >= :on)
              and po.status not in ('LAPSED', 'EXPIRED', 'CANCEL_REQUESTED', 'REFUNDED')
            """;

    private final ScopedLedger ledger;
    private final Texts texts;
    private final LocalDate day;
    private final Map<String, Count> products = new HashMap<>();
    private final Map<Age, Count> ages = new EnumMap<>(Age.class);
    private Count all = Count.none("");

    private UnusedKeys(ScopedLedger ledger) {
        this.ledger = ledger;
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

    /** A key, of which no more than the last five characters is read. */
    private record Line(
            String organisation,
            String product,
            String order,
            String mpnId,
            String lastFive,
            String type,
            @Nullable String language,
            @Nullable String operatingSystem,
            boolean revealed,
            @Nullable LocalDate since,
            @Nullable Long days) {

        String masked() {
            return "*****-" + lastFive;
        }

        Age age() {
            return Age.of(days);
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

        Count plus(Line line) {
            Long older = oldest == null || (line.days() != null && line.days() > oldest) ? line.days() : oldest;
            return new Count(
                    name, neverRevealed + (line.revealed() ? 0 : 1), notActivated + (line.revealed() ? 1 : 0), older);
        }

        long unused() {
            return neverRevealed + notActivated;
        }
    }

    private Report report() {
        try (Stream<Line> lines = lines()) {
            lines.forEach(this::add);
        }
        return new Report(
                "unused-keys",
                ledger.header(),
                all.unused(),
                figures(),
                List.of(texts.text("unused-keys.counting", texts.day(day))),
                new Chart(texts.text("unused-keys.chart"), bars()),
                List.of(byProduct(), details()),
                facts());
    }

    private Stream<Line> lines() {
        return ledger.sql(KEYS).query((row, n) -> line(row)).stream();
    }

    private Line line(ResultSet row) throws SQLException {
        LocalDate since = ScopedLedger.day(row, "since");
        return new Line(
                row.getString("organisation"),
                row.getString("product"),
                row.getString("order_number"),
                row.getString("mpn_id"),
                row.getString("last_five"),
                row.getString("key_type"),
                row.getString("language"),
                row.getString("operating_system"),
                !row.getString("state").equals("UNREVEALED"),
                since,
                since == null ? null : Long.valueOf(Math.max(0, ChronoUnit.DAYS.between(since, day))));
    }

    private void add(Line line) {
        all = all.plus(line);
        products.merge(line.product(), Count.none(line.product()).plus(line), (sum, one) -> sum.plus(line));
        ages.merge(line.age(), Count.none("").plus(line), (sum, one) -> sum.plus(line));
    }

    private List<Figure> figures() {
        long keys = ledger.sql(ALL_KEYS).query(Long.class).single();
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
                .sorted(Comparator.comparing(Count::unused).reversed().thenComparing(Count::name))
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

    private Table<Line> details() {
        List<Field<Line>> fields = List.of(
                Field.text("organisation", 28, Line::organisation),
                Field.text("product", 36, Line::product),
                Field.text("order", 14, Line::order),
                Field.text("location", 12, Line::mpnId),
                Field.text("key", 14, Line::masked),
                Field.text("keyType", 20, Line::type),
                Field.text("language", 20, Line::language),
                Field.text("operatingSystem", 18, Line::operatingSystem),
                Field.text("standing", 24, line -> texts.text(line.revealed() ? "key.REVEALED" : "key.UNREVEALED")),
                Field.day("since", 12, Line::since),
                Field.whole("days", 8, Line::days),
                Field.text("age", 16, line -> word(line.age())));
        return Table.detail("KEYS", texts, this::lines, fields);
    }
}
