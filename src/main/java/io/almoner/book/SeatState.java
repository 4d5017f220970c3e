package io.almoner.book;

/** The life of an assignment. */
public enum SeatState {
    /** The seat exists, nobody holds it. */
    UNASSIGNED,
    /** Asked for; the portal takes several days. */
    PENDING,
    ACTIVE,
    /** The holder was removed; the seat may be cooling down. */
    REMOVED
}
