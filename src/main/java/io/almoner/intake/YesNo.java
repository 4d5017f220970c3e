package io.almoner.intake;

/** The two words of a yes-or-no cell. */
public enum YesNo {
    YES,
    NO
}
