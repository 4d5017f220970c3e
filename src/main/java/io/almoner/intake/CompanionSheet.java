package io.almoner.intake;

import java.util.Arrays;

/**
 * The sheets that we put beside the tables of a workbook for people to read. They are no tables, whatever stands in them,
 * so reading passes over them in silence; their titles are English in every language for that.
 */
public enum CompanionSheet {
    /** How many rows were refused for what. */
    SUMMARY("Almoner Summary"),
    /** What the codes mean. */
    CODES("Almoner Codes"),
    /** How a template is filled in. */
    HELP("Almoner Help"),
    /** What can be chosen in the cells of a template. */
    LISTS("Almoner Lists");

    private final String title;

    CompanionSheet(String title) {
        this.title = title;
    }

    /** The name on the sheet's tab. */
    public String title() {
        return title;
    }

    static boolean is(String sheet) {
        return Arrays.stream(values()).anyMatch(companion -> companion.title.equalsIgnoreCase(sheet));
    }
}
