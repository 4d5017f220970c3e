package io.almoner.jobfile;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who gets mail.
 *
 * @param address where to
 * @param language the language tag of the mail and of the reports that go with it; null for those of the job
 */
public record Recipient(String address, @Nullable String language) {}
