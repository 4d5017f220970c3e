package io.almoner.intake;

/** The words of an assignment's Status cell. */
enum SeatStatus {
    ACTIVE,
    PENDING
}
