package io.almoner.intake;

import java.util.List;
import java.util.regex.Pattern;

/** Tells rows that a template brings along from rows that somebody filled in. */
final class RowKinds {

    private static final Pattern VERSION = Pattern.compile("version:\\s*v?\\d+(\\.\\d+)*", Pattern.CASE_INSENSITIVE);

    /** The word alone or as a label: neither {@code example@contoso.com} nor {@code example.com} is one. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "(example|beispiel|exemple|ejemplo|示例|例|記入例)([\\s:：(（,，–—].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What the first cell of such a row can begin with; spares all others the patterns. */
    private static final String BEGINNINGS = "vVeEbB示例記";

    Row.Kind of(Row row) {
        if (row.defects().isEmpty() && isBlank(row.cells())) {
            return Row.Kind.BLANK;
        }
        String first = row.cells().isEmpty() ? "" : row.cells().get(0).strip();
        if (first.isEmpty() || BEGINNINGS.indexOf(first.charAt(0)) < 0) {
            return Row.Kind.DATA;
        }
        if (isVersion(first)) {
            return Row.Kind.VERSION;
        }
        return EXAMPLE.matcher(first).matches() ? Row.Kind.EXAMPLE : Row.Kind.DATA;
    }

    /** Whether a row that begins with that cell is the version row of a template. */
    static boolean isVersion(String first) {
        return VERSION.matcher(first.strip()).matches();
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
