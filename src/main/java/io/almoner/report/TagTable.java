package io.almoner.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.sf.jasperreports.engine.JRPrintElement;
import org.jspecify.annotations.Nullable;

import io.almoner.report.TagTree.Tag;

/** A table of the structure tree, which goes on over pages. What stands at one height is a row. */
final class TagTable {

    private final Tag tag;
    private final Set<Integer> heads = new HashSet<>();
    private final List<Tag> cells = new ArrayList<>();
    private @Nullable Tag row;
    private int height;

    TagTable(Tag parent) {
        this.tag = parent.add("Table");
    }

    /** Whether the head of that column has been there already. */
    boolean hasHead(JRPrintElement element) {
        return heads.contains(element.getSourceElementId());
    }

    Tag head(JRPrintElement element) {
        heads.add(element.getSourceElementId());
        Tag cell = cell("TH", element);
        cell.headColumn();
        return cell;
    }

    /** The name of a group: a head of the rows that follow, and what stands beside it. */
    Tag group(JRPrintElement element) {
        return cell(isNewRow(element) ? "TH" : "TD", element);
    }

    Tag cell(JRPrintElement element) {
        return cell("TD", element);
    }

    private Tag cell(String type, JRPrintElement element) {
        Tag current = isNewRow(element) ? newRow(element.getY()) : row;
        Tag cell = (current == null ? newRow(element.getY()) : current).add(type);
        cells.add(cell);
        return cell;
    }

    private boolean isNewRow(JRPrintElement element) {
        return row == null || element.getY() != height;
    }

    private Tag newRow(int at) {
        endRow();
        height = at;
        Tag begun = tag.add("TR");
        row = begun;
        return begun;
    }

    /** Writes the row; in one with fewer cells than there are columns the first is as wide as is needed. */
    void endRow() {
        Tag ended = row;
        if (ended == null) {
            return;
        }
        if (cells.size() < heads.size()) {
            cells.get(0).span(heads.size() - cells.size() + 1);
        }
        cells.forEach(Tag::close);
        cells.clear();
        ended.close();
        row = null;
    }

    void close() {
        endRow();
        tag.close();
    }
}
