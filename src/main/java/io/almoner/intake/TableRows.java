package io.almoner.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Rows as their readers want them: as wide as the header, each of its kind, without the blank ones at the end. */
final class TableRows implements RowCursor {

    private final RowSource source;
    private final int width;
    private final String label;
    private final RowKinds kinds = new RowKinds();

    /** Numbers of blank rows that are given only if another row follows. */
    private final Deque<BlankRange> blanks = new ArrayDeque<>();

    private @Nullable Row waiting;

    /**
     * @param width of the header
     * @param label what the user calls the file
     */
    TableRows(RowSource source, int width, String label) {
        this.source = source;
        this.label = label;
        this.width = width;
    }

    @Override
    public @Nullable Row next() {
        while (waiting == null) {
            Row row = read();
            if (row == null) {
                return null;
            }
            Row.Kind kind = kinds.of(row);
            if (kind == Row.Kind.BLANK) {
                postpone(row.number());
            } else {
                waiting = new Row(row.number(), kind, fitted(row.cells()), row.defects());
            }
        }
        return blanks.isEmpty() ? takeWaiting() : takeBlank();
    }

    /** Whatever a reader of a format stumbles over, the file is at fault. */
    private @Nullable Row read() {
        try {
            return source.next();
        } catch (UnusableInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED.of(label, e);
        }
    }

    private @Nullable Row takeWaiting() {
        Row row = waiting;
        waiting = null;
        return row;
    }

    private Row takeBlank() {
        BlankRange range = blanks.removeFirst();
        if (range.first() < range.last()) {
            blanks.addFirst(new BlankRange(range.first() + 1, range.last()));
        }
        return new Row(range.first(), Row.Kind.BLANK, List.of(), Map.of());
    }

    private void postpone(int number) {
        BlankRange last = blanks.peekLast();
        if (last != null && last.last() + 1 == number) {
            blanks.removeLast();
            blanks.addLast(new BlankRange(last.first(), number));
        } else {
            blanks.addLast(new BlankRange(number, number));
        }
    }

    private List<String> fitted(List<String> cells) {
        int end = cells.size();
        while (end > width && cells.get(end - 1).isBlank()) {
            end--;
        }
        if (end == width) {
            return end == cells.size() ? cells : cells.subList(0, end);
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, end));
        while (fitted.size() < width) {
            fitted.add("");
        }
        return fitted;
    }

    @Override
    public void close() {
        source.close();
    }

    private record BlankRange(int first, int last) {}
}
