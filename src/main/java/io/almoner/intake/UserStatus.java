package io.almoner.intake;

/** The words of an individual's Status cell. */
enum UserStatus {
    ACTIVE,
    DISABLED
}
