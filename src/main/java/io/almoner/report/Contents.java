package io.almoner.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.PrintBookmark;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a long report: exactly one page, put behind the first one when the others are there. Since its length
 * is known before, the others already carry the numbers that they get by it.
 */
final class Contents {

    /** How many pages it takes; what designs know as {@code contentsPages}. */
    static final int PAGES = 1;

    private static final int DEEPEST = 3;
    private static final int MORE_THAN_A_PAGE_HOLDS = 120;

    private final JasperReport design;
    private final JasperFillManager filling;
    private final Map<String, Object> parameters;

    /** @param parameters what the design asks for, besides what follows from the pages */
    Contents(JasperReport design, JasperFillManager filling, Map<String, Object> parameters) {
        this.design = design;
        this.filling = filling;
        this.parameters = Map.copyOf(parameters);
    }

    /** Puts the page in, with as many levels as it has room for. */
    void insertInto(JasperPrint report) throws JRException {
        List<PrintBookmark> bookmarks = Objects.requireNonNullElse(report.getBookmarks(), List.of());
        for (int depth = DEEPEST; depth >= 1; depth--) {
            List<Map<String, ?>> lines = lines(bookmarks, depth);
            if (lines.size() <= MORE_THAN_A_PAGE_HOLDS || depth == 1) {
                boolean cut = lines(bookmarks, Integer.MAX_VALUE).size() > lines.size();
                JasperPrint filled = filled(lines, cut, report.getPages().size() + PAGES);
                if (filled.getPages().size() == PAGES || depth == 1) {
                    report.addPage(1, filled.getPages().get(0));
                    return;
                }
            }
        }
    }

    private JasperPrint filled(Collection<Map<String, ?>> lines, boolean cut, int pages) throws JRException {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.put("pages", pages);
        all.put("cut", cut);
        return filling.fill(design, all, new JRMapCollectionDataSource(lines));
    }

    private static List<Map<String, ?>> lines(List<PrintBookmark> bookmarks, int depth) {
        List<Map<String, ?>> lines = new ArrayList<>();
        addTo(lines, bookmarks, 1, depth);
        return lines;
    }

    private static void addTo(List<Map<String, ?>> lines, List<PrintBookmark> bookmarks, int level, int depth) {
        for (PrintBookmark bookmark : bookmarks) {
            int index = bookmark.getPageIndex();
            lines.add(Map.of("level", level, "name", bookmark.getLabel(), "page", index == 0 ? 1 : index + 1 + PAGES));
            List<PrintBookmark> below = bookmark.getBookmarks();
            if (below != null && level < depth) {
                addTo(lines, below, level + 1, depth);
            }
        }
    }
}
