package io.almoner.intake;

/** The two words of a yes-or-no cell. */
enum YesNo {
    YES,
    NO
}
