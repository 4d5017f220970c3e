package io.almoner.jobfile;

/**
 * Something wrong in a job file.
 *
 * @param place where
 * @param sentence what is wrong and what was expected
 */
public record Problem(Place place, String sentence) {}
