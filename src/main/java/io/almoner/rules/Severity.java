package io.almoner.rules;

/** How much a {@link Finding} weighs: whether the row goes through. */
public enum Severity {
    /** The row is refused. */
    ERROR("E"),
    /** The row is applied and flagged. */
    WARNING("W"),
    /** The row is applied; its author is told something. */
    INFORMATION("I");

    private final String letter;

    Severity(String letter) {
        this.letter = letter;
    }

    /** The letter that stands for this severity in files that people read: {@code E}, {@code W} or {@code I}. */
    public String letter() {
        return letter;
    }
}
