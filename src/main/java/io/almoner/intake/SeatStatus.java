package io.almoner.intake;

/** The words of an assignment's Status cell. */
public enum SeatStatus {
    ACTIVE,
    PENDING
}
