package io.almoner.reconcile;

/**
 * Up to how much two values count as the same. Texts are compared without regard to case, width and spaces.
 *
 * @param days between two dates
 * @param number between two numbers
 */
public record Tolerance(int days, long number) {

    /** Portals write instants as days in their own time zone: one day makes no difference, a number does. */
    public static final Tolerance STANDARD = new Tolerance(1, 0);
}
