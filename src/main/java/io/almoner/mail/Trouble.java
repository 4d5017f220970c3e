package io.almoner.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a job, run after run, until one goes well.
 *
 * @param mark the same for failures that are the same; tells nothing of what was said
 * @param since when the first of these runs ended
 * @param toldAt when people were last told; null when no mail has reached them
 */
public record Trouble(String mark, Instant since, @Nullable Instant toldAt) {}
