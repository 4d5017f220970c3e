package io.almoner.returns;

/** What happens to a thing, in one sign; the colour only repeats it. */
public enum PlanSymbol {
    CREATE('+', "32"),
    CHANGE('~', "33"),
    REMOVE('-', "31"),
    REJECT('!', "31"),
    /** A reconciliation found it otherwise elsewhere, and it stays so. */
    DIFFERS('?', "33"),
    SAME('=', "2");

    private final char sign;
    private final String colour;

    PlanSymbol(char sign, String colour) {
        this.sign = sign;
        this.colour = colour;
    }

    /** The sign that stands first in a line. */
    public char sign() {
        return sign;
    }

    /** The number of its colour on a terminal (ECMA-48). */
    String colour() {
        return colour;
    }
}
