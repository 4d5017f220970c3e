package io.almoner.book;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants done to a benefit, a user or a role: the actions of the portal, one record each. Unlike the facts
 * that a migration records, a wish is judged by every rule of the policy.
 */
public sealed interface Wish extends Command {

    /** Asks the case of this wish's own kind. */
    <R> R match(Wish.Cases<R> cases);

    @Override
    default <R> R match(Command.Cases<R> cases) {
        return cases.wish(this);
    }

    /** What it says of a seat; empty when it is not about one. */
    default Optional<SeatDetails> seat() {
        return Optional.empty();
    }

    /** One answer for each kind of wish. */
    interface Cases<R> {
        R assign(Assign wish);

        R remove(Remove wish);

        R reassign(Reassign wish);

        R activate(Activate wish);

        R getKeys(GetKeys wish);

        R setContact(SetContact wish);

        R requestHours(RequestHours wish);

        R cancel(Cancel wish);

        R grant(Grant wish);

        R revoke(Revoke wish);

        R addUser(AddUser wish);
    }

    /**
     * Which benefit a row means, as far as it says: what is null leaves the choice open (BEN-002 when several fit).
     *
     * @param mpnId the location; null for any of the organisation
     * @param orderNumber the order that grants it
     * @param category its family
     * @param name its name, compared without regard to case, width and spaces
     * @param offerGroup the kind of package that grants it, such as Silver Core
     * @param level the subscription level, by which one of several benefits can be meant
     */
    record BenefitChoice(
            @Nullable String mpnId,
            @Nullable String orderNumber,
            @Nullable Category category,
            @Nullable String name,
            @Nullable OfferType offerGroup,
            @Nullable String level) {}

    /** What a row says of an assignment beside its holder; null where it says nothing. */
    record SeatDetails(
            @Nullable String name,
            @Nullable String notificationEmail,
            @Nullable String alternateEmail,
            @Nullable String level,
            @Nullable String subscriptionGuid,
            @Nullable String language,
            @Nullable String country,
            @Nullable Boolean downloads,
            @Nullable String reference) {

        public SeatDetails {
            subscriptionGuid = subscriptionGuid == null ? null : subscriptionGuid.toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the row confirms what cannot be undone (USR-004). */
    enum Confirmation {
        GIVEN,
        MISSING
    }

    /** Give a seat to a user. */
    record Assign(BenefitChoice benefit, String email, SeatDetails details) implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.assign(this);
        }

        @Override
        public Optional<SeatDetails> seat() {
            return Optional.of(details);
        }
    }

    /**
     * Take a seat from its holder.
     *
     * @param email the holder; null when the GUID alone tells which seat
     */
    record Remove(BenefitChoice benefit, @Nullable String email, SeatDetails details, Confirmation confirmation)
            implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.remove(this);
        }

        @Override
        public Optional<SeatDetails> seat() {
            return Optional.of(details);
        }
    }

    /** Take a seat from one user and give it to another. */
    record Reassign(
            BenefitChoice benefit, String previousEmail, String email, SeatDetails details, Confirmation confirmation)
            implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.reassign(this);
        }

        @Override
        public Optional<SeatDetails> seat() {
            return Optional.of(details);
        }
    }

    /**
     * Activate a key, a subscription or an offer.
     *
     * @param email for whom; null leaves it to the category
     * @param operatingSystem narrows the choice of the key, as the language of the details does
     * @param tenant in which a cloud token is redeemed
     */
    record Activate(
            BenefitChoice benefit,
            @Nullable String email,
            @Nullable String operatingSystem,
            @Nullable String tenant,
            SeatDetails details)
            implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.activate(this);
        }

        @Override
        public Optional<SeatDetails> seat() {
            return Optional.of(details);
        }
    }

    /** Have product keys shown. */
    record GetKeys(
            BenefitChoice benefit,
            @Nullable String language,
            @Nullable String operatingSystem) implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.getKeys(this);
        }
    }

    /** Name who receives what is written about Go-To-Market offers. */
    record SetContact(ContactDetails contact) implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.setContact(this);
        }
    }

    /**
     * Ask for advisory hours or presales help.
     *
     * @param email for whom, if not for the acting user
     * @param phase null when the row's word is none of the list
     * @param phaseText the row's own word
     * @param requestedOn null for the business date
     * @param number of the service request, if there is one already
     */
    record RequestHours(
            BenefitChoice benefit,
            @Nullable String email,
            @Nullable Phase phase,
            String phaseText,
            long hours,
            @Nullable LocalDate requestedOn,
            @Nullable String number,
            @Nullable String reference)
            implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.requestHours(this);
        }
    }

    /**
     * Cancel an order for a refund.
     *
     * @param benefit the order by its number, or by a benefit that it grants
     * @param requestedOn null for the business date
     * @param number of the service request; null when the row gives none (REF-004)
     */
    record Cancel(
            BenefitChoice benefit,
            @Nullable LocalDate requestedOn,
            @Nullable String number) implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.cancel(this);
        }
    }

    /** Give a user a role for the whole company. */
    record Grant(String email, Role role) implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.grant(this);
        }
    }

    /** Take a role for the whole company from a user. */
    record Revoke(String email, Role role) implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.revoke(this);
        }
    }

    /**
     * Add a user to the user list.
     *
     * @param email the account
     * @param firstName null when the row does not say
     * @param lastName null when the row does not say
     * @param displayName null when the row does not say
     * @param identity null when the row leaves it to the domain
     * @param enabled null when the row does not say: a new user is enabled, a known one stays as she is
     */
    record AddUser(
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String displayName,
            @Nullable Identity identity,
            @Nullable Boolean enabled)
            implements Wish {
        @Override
        public <R> R match(Wish.Cases<R> cases) {
            return cases.addUser(this);
        }
    }
}
