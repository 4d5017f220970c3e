package io.almoner.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Rows of allocations as their design names the fields, which are more than the columns of a sheet: codes have become
 * words, numbers and days stay such. What is not known is absent.
 */
final class AllocationsDesign {

    private final Texts texts;
    private final LocalDate day;
    private @Nullable BenefitLine current;
    private int benefitNumber;

    AllocationsDesign(Texts texts, LocalDate day) {
        this.texts = texts;
        this.day = day;
    }

    Map<String, Object> ending(BenefitLine line) {
        Map<String, Object> row = new HashMap<>();
        putBenefit(row, line);
        LocalDate end = line.usableUntil();
        if (end != null) {
            row.put("days", ChronoUnit.DAYS.between(day, end));
        }
        return row;
    }

    Map<String, Object> benefit(BenefitLine line) {
        Map<String, Object> row = new HashMap<>();
        putBenefit(row, line);
        return row;
    }

    Map<String, Object> assignment(AssignmentLine line) {
        if (!line.benefit().equals(current)) {
            current = line.benefit();
            benefitNumber++;
        }
        Map<String, Object> row = new HashMap<>();
        putBenefit(row, line.benefit());
        row.put("benefitNumber", benefitNumber);
        row.put("person", line.person());
        row.put("email", line.email());
        put(row, "level", line.level());
        put(row, "since", line.since());
        put(row, "until", line.until());
        row.put("taken", texts.taken(line.benefit().quantity()));
        row.put("seatStatus", texts.word("status", line.status()));
        return row;
    }

    private void putBenefit(Map<String, Object> row, BenefitLine line) {
        row.put("organisation", line.order().organisation());
        row.put("package", texts.packageName(line.order()));
        row.put("orderNumber", line.order().number());
        row.put("location", line.order().mpnId());
        row.put("category", texts.word("category", line.category()));
        row.put("benefit", line.name());
        row.put("status", texts.word("status", line.status()));
        row.put("counted", line.countedOn(day));
        row.put("ended", line.endedBy(day));
        put(row, "usableUntil", line.usableUntil());
        putQuantity(row, line.quantity());
    }

    private void putQuantity(Map<String, Object> row, Quantity quantity) {
        row.put("unit", texts.word("unit", quantity.unit().name()));
        row.put("assigned", quantity.assigned());
        put(row, "granted", quantity.granted());
        put(row, "free", quantity.free());
        put(row, "use", quantity.use());
        row.put("over", quantity.over());
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
