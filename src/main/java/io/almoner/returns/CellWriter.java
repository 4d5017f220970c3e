package io.almoner.returns;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a cell's text with the type that Excel gave it, as far as reading it back yields the same text: ISO dates become
 * date cells, plain numbers of at most 15 digits numbers, {@code TRUE} and {@code FALSE} truth values. All else stays text,
 * so {@code 00123}, {@code 1.50}, longer numbers and formulas are kept as they were.
 */
final class CellWriter {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");
    private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);
    private static final int SURE_DIGITS = 15;

    private final Worksheet sheet;
    private final SheetText texts;

    CellWriter(Worksheet sheet) {
        this.sheet = sheet;
        this.texts = new SheetText(sheet);
    }

    /** Writes a cell as what it looks like. */
    void typed(int row, int column, String text) {
        if (DAY.matcher(text).matches() && day(row, column, text)) {
            return;
        }
        if (MOMENT.matcher(text).matches() && moment(row, column, text)) {
            return;
        }
        if (isNumber(text)) {
            sheet.value(row, column, Double.valueOf(text));
        } else if (text.equals("TRUE") || text.equals("FALSE")) {
            sheet.value(row, column, Boolean.valueOf(text));
        } else {
            text(row, column, text);
        }
    }

    /** Writes a cell as text, whatever it looks like; an empty text is no cell. */
    void text(int row, int column, String text) {
        texts.write(row, column, text);
    }

    private boolean day(int row, int column, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST_SURE_DAY)) {
                return false;
            }
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean moment(int row, int column, String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text);
            if (moment.toLocalDate().isBefore(FIRST_SURE_DAY)) {
                return false;
            }
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNumber(String text) {
        if (!NUMBER.matcher(text).matches() || text.equals("-0")) {
            return false;
        }
        BigDecimal number = new BigDecimal(text);
        return number.precision() <= SURE_DIGITS
                && number.stripTrailingZeros().toPlainString().equals(text);
    }
}
