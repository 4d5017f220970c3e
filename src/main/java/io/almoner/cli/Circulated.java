package io.almoner.cli;

import java.util.List;
import java.util.Optional;

/**
 * What was done so that each organisation gets its part.
 *
 * @param attempts the runs that this took
 * @param failure what went wrong beside them
 */
record Circulated(List<Attempt> attempts, Optional<Failure> failure) {}
