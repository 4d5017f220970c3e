package io.almoner.book;

import org.jspecify.annotations.Nullable;

/**
 * What a row says of a marketing contact; the parts that are null are missing in the row.
 *
 * @param userEmail the account e-mail of the person, lower case
 * @param name what the row calls her
 * @param email where the mail goes, lower case
 * @param phone as given
 * @param language preferred language, as given
 */
public record ContactDetails(
        @Nullable String userEmail,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {}
