package io.almoner.book;

/** The contact roles of a PMC location. */
public enum ContactRole {
    PRIMARY_PROGRAM_CONTACT,
    EXECUTIVE,
    SALES_MARKETING,
    FIRST_TECHNICAL,
    SECOND_TECHNICAL,
    THIRD_TECHNICAL
}
