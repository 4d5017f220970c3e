package io.almoner.returns;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Fills guilty cells of the user's own workbook with a colour, and takes the colour away when the workbook comes back: the
 * fill that the cell had is written down in the row's mark, {@code fills Email=1/FFFFEB9C/- Seats=0/-/-}.
 */
final class GuiltyCells {

    /** Dark enough to be seen without colour; nobody else's, unlike the FFC7CE of Excel's style for bad cells. */
    static final String COLOUR = "F4A6A6";

    private static final String OPAQUE = "FF";
    private static final String FILLS = "fills";
    private static final String NONE = "-";
    private static final Pattern FILL = Pattern.compile(" (\\w+)=(\\d{1,2})/([0-9A-F]{8}|-)/([0-9A-F]{8}|-)");

    private final XSSFWorkbook workbook;
    private final Map<Short, XSSFCellStyle> filled = new HashMap<>();
    private final Map<String, XSSFCellStyle> restored = new HashMap<>();

    GuiltyCells(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** The fills of a row's cells before they were marked, for the row's mark. */
    static final class FormerFills {

        private final StringJoiner fills = new StringJoiner(" ", FILLS + " ", "").setEmptyValue("");

        private void add(String column, XSSFCellStyle style) {
            fills.add(column + "=" + style.getFillPattern().getCode() + "/" + argb(style.getFillForegroundXSSFColor())
                    + "/" + argb(style.getFillBackgroundXSSFColor()));
        }

        /** Empty when nothing was marked. */
        String mark() {
            return fills.toString();
        }

        private static String argb(@Nullable XSSFColor colour) {
            byte[] rgb = colour == null ? null : colour.getRGBWithTint();
            return rgb == null ? NONE : OPAQUE + "%02X%02X%02X".formatted(rgb[0], rgb[1], rgb[2]);
        }
    }

    /** Fills a cell, once. */
    void mark(XSSFCell cell, String column, FormerFills former) {
        if (isMarked(cell)) {
            return;
        }
        XSSFCellStyle style = cell.getCellStyle();
        former.add(column, style);
        cell.setCellStyle(filled.computeIfAbsent(style.getIndex(), index -> {
            XSSFCellStyle guilty = like(style);
            fill(guilty, FillPatternType.SOLID_FOREGROUND, OPAQUE + COLOUR, NONE);
            return guilty;
        }));
    }

    boolean isMarked(XSSFCell cell) {
        XSSFCellStyle style = cell.getCellStyle();
        XSSFColor colour = style.getFillForegroundXSSFColor();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && colour != null
                && (OPAQUE + COLOUR).equals(colour.getARGBHex());
    }

    /**
     * Gives a marked cell its former fill; none when the mark does not tell.
     *
     * @param mark the mark of the cell's row
     */
    void restore(XSSFCell cell, String column, String mark) {
        String fill = fill(column, mark);
        XSSFCellStyle style = cell.getCellStyle();
        cell.setCellStyle(restored.computeIfAbsent(style.getIndex() + fill, key -> {
            XSSFCellStyle former = like(style);
            Matcher parts = FILL.matcher(fill);
            if (parts.matches()) {
                fill(former, pattern(parts.group(2)), parts.group(3), parts.group(4));
            } else {
                former.setFillPattern(FillPatternType.NO_FILL);
            }
            return former;
        }));
    }

    private static String fill(String column, String mark) {
        Matcher fills = FILL.matcher(mark.startsWith(FILLS) ? mark : "");
        while (fills.find()) {
            if (fills.group(1).equals(column)) {
                return fills.group();
            }
        }
        return "";
    }

    private static FillPatternType pattern(String code) {
        int known = Math.min(Integer.parseInt(code), FillPatternType.values().length - 1);
        return FillPatternType.forInt(known);
    }

    private XSSFCellStyle like(XSSFCellStyle style) {
        XSSFCellStyle like = workbook.createCellStyle();
        like.cloneStyleFrom(style);
        return like;
    }

    private static void fill(XSSFCellStyle style, FillPatternType pattern, String foreground, String background) {
        style.setFillPattern(FillPatternType.NO_FILL);
        style.setFillForegroundColor(colour(foreground));
        style.setFillBackgroundColor(colour(background));
        style.setFillPattern(pattern);
    }

    private static @Nullable XSSFColor colour(String argb) {
        return argb.equals(NONE) ? null : new XSSFColor(HexFormat.of().parseHex(argb));
    }
}
