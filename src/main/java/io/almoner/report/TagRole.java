package io.almoner.report;

import java.util.Map;

import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import org.jspecify.annotations.Nullable;

/**
 * What a drawn element is to somebody who hears the report. It follows from the band and from the name of its style, or
 * of one that its style is made from, so that a design needs to say nothing about it.
 */
enum TagRole {
    /** The name of the report. */
    TITLE,
    /** The name of a section. */
    HEADING,
    /** The name of a group of rows. */
    GROUP,
    COLUMN_HEAD,
    CELL,
    PARAGRAPH,
    PICTURE,
    /** Nothing: lines, running heads and page numbers. */
    ARTIFACT;

    private static final Map<String, TagRole> BY_STYLE = Map.ofEntries(
            Map.entry("Title", TITLE),
            Map.entry("Section", HEADING),
            Map.entry("Group1", GROUP),
            Map.entry("Group2", GROUP),
            Map.entry("Group3", GROUP),
            Map.entry("Group3Note", GROUP),
            Map.entry("Head", COLUMN_HEAD),
            Map.entry("Cell", CELL),
            Map.entry("Total", CELL));

    static TagRole of(JRPrintElement element) {
        if (element instanceof JRPrintImage) {
            return PICTURE;
        }
        BandTypeEnum band =
                element.getOrigin() == null ? null : element.getOrigin().getBandType();
        return !(element instanceof JRPrintText) || isRunning(band) ? ARTIFACT : byStyle(element.getStyle());
    }

    private static boolean isRunning(@Nullable BandTypeEnum band) {
        return band == BandTypeEnum.PAGE_HEADER
                || band == BandTypeEnum.PAGE_FOOTER
                || band == BandTypeEnum.LAST_PAGE_FOOTER
                || band == BandTypeEnum.BACKGROUND;
    }

    private static TagRole byStyle(@Nullable JRStyle style) {
        for (JRStyle one = style; one != null; one = one.getStyle()) {
            TagRole role = BY_STYLE.get(one.getName());
            if (role != null) {
                return role;
            }
        }
        return PARAGRAPH;
    }
}
