package io.almoner.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The numbers of a workbook, and the dates that it keeps as numbers. */
final class NumberCell {

    /** As many digits as Excel keeps and shows. */
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate BEFORE_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The first serial after the 29th of February 1900, which Excel has and the calendar does not. */
    private static final int FIRST_SERIAL_OF_MARCH_1900 = 61;

    /** Of a number in writing; a double needs less. */
    private static final int MAX_LENGTH = 64;

    /** Beyond what a double can hold; written out, a greater one would fill the memory with zeros. */
    private static final int MAX_EXPONENT = 400;

    private static final int MAX_SERIAL = 2_958_466;

    private final DateSystem system;

    NumberCell(DateSystem system) {
        this.system = system;
    }

    /** The day from which a workbook counts. */
    enum DateSystem {
        FROM_1900,
        FROM_1904
    }

    CellValue number(String raw) {
        if (raw.length() <= PRECISION.getPrecision() && isPlainInteger(raw)) {
            return new CellValue(raw, null);
        }
        double value = finite(raw);
        if (Double.isNaN(value)) {
            return CellValue.wrong(raw, Row.Defect.ERROR_VALUE);
        }
        BigDecimal exact = new BigDecimal(raw);
        BigDecimal rounded = exact.round(PRECISION);
        boolean isInteger = exact.stripTrailingZeros().scale() <= 0;
        boolean isTooLong = exact.precision() - exact.scale() > PRECISION.getPrecision();
        String text = plain(isInteger ? exact : rounded);
        return isTooLong ? CellValue.wrong(text, Row.Defect.DIGITS_LOST) : CellValue.of(text);
    }

    CellValue date(String raw) {
        double serial = finite(raw);
        int first = system == DateSystem.FROM_1900 ? FIRST_SERIAL_OF_MARCH_1900 : 0;
        if (Double.isNaN(serial) || serial < first || serial > MAX_SERIAL) {
            return CellValue.wrong(raw, Row.Defect.IMPOSSIBLE_DATE);
        }
        long seconds = Math.round(serial * SECONDS_OF_A_DAY);
        LocalDate day = (system == DateSystem.FROM_1900 ? BEFORE_1900 : BEFORE_1904)
                .plusDays(Math.floorDiv(seconds, (long) SECONDS_OF_A_DAY));
        if (day.isAfter(LAST)) {
            return CellValue.wrong(raw, Row.Defect.IMPOSSIBLE_DATE);
        }
        return CellValue.of(text(day.atTime(LocalTime.ofSecondOfDay(Math.floorMod(seconds, (long) SECONDS_OF_A_DAY)))));
    }

    /** A date that is written as one, in ISO 8601. */
    CellValue isoDate(String raw) {
        String text = raw.endsWith("Z") ? raw.substring(0, raw.length() - 1) : raw;
        try {
            return CellValue.of(
                    text.contains("T")
                            ? text(LocalDateTime.parse(text))
                            : LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return CellValue.wrong(raw, Row.Defect.IMPOSSIBLE_DATE);
        }
    }

    private static String text(LocalDateTime moment) {
        LocalDateTime whole = moment.withNano(0);
        return whole.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? whole.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(whole);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** NaN for what is no number of Excel's. */
    private static double finite(String raw) {
        try {
            if (raw.length() > MAX_LENGTH) {
                return Double.NaN;
            }
            BigDecimal value = new BigDecimal(raw);
            return Math.abs((long) value.scale()) <= MAX_EXPONENT ? value.doubleValue() : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isPlainInteger(String raw) {
        if (raw.isEmpty() || (raw.charAt(0) == '0' && raw.length() > 1)) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
