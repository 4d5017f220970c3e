package io.almoner.book;

import org.jspecify.annotations.Nullable;

/**
 * Who receives what the portal writes about Go-To-Market offers.
 *
 * @param id the surrogate key
 * @param userId the person
 * @param name the name that the source gives her, if any
 * @param email where the mail goes: differs from the company's account e-mail
 * @param phone the phone number as given
 * @param language preferred language, a BCP 47 tag
 */
public record MarketingContact(
        long id, long userId, @Nullable String name, String email, String phone, String language) implements Entity {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.marketingContact(this);
    }
}
