package io.almoner.report;

/** The paper that a report is printed on. */
public enum Paper {
    A4(595, 842),
    LETTER(612, 792);

    private final int width;
    private final int height;

    Paper(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** In points of 1/72 inch. */
    int width() {
        return width;
    }

    /** In points of 1/72 inch. */
    int height() {
        return height;
    }
}
