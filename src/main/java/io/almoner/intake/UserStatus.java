package io.almoner.intake;

/** The words of an individual's Status cell. */
public enum UserStatus {
    ACTIVE,
    DISABLED
}
