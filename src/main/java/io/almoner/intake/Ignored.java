package io.almoner.intake;

import io.almoner.rules.Finding;

/**
 * A part of what the user named that is no table, left aside beside others that are.
 *
 * @param label the file, and the entry or sheet in it
 * @param finding what it is instead; its weight is information
 */
public record Ignored(String label, Finding finding) {}
