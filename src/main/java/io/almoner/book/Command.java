package io.almoner.book;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one row asks of the book of one organisation. Every value is already readable: dates are dates, words are
 * constants, e-mails are lower case.
 */
public sealed interface Command
        permits Command.RecordLocation,
                Command.RecordIndividual,
                Command.GrantRole,
                Command.RecordBenefit,
                Command.RecordKey,
                Command.RecordSeat,
                Command.RecordContact,
                Command.TakeOver,
                Sighting,
                Wish {

    /** Asks the case of this command's own kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of command. */
    interface Cases<R> {
        R recordLocation(RecordLocation command);

        R recordIndividual(RecordIndividual command);

        R grantRole(GrantRole command);

        R recordBenefit(RecordBenefit command);

        R recordKey(RecordKey command);

        R recordSeat(RecordSeat command);

        R recordContact(RecordContact command);

        R takeOver(TakeOver command);

        R sighting(Sighting sighting);

        R wish(Wish wish);
    }

    /**
     * A location of {@code pmc_locations}, and with it what the row says of its organisation.
     *
     * @param invitation null when the row does not say
     */
    record RecordLocation(
            String organisationCode,
            @Nullable String organisationName,
            String mpnId,
            @Nullable String parentMpnId,
            LocationKind kind,
            @Nullable String name,
            @Nullable String country,
            @Nullable String accountEmail,
            @Nullable MigrationState invitation,
            @Nullable LocalDate invitedOn)
            implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recordLocation(this);
        }
    }

    /** A person of {@code pmc_individuals} at one location. */
    record RecordIndividual(
            String mpnId,
            String individualId,
            @Nullable String firstName,
            @Nullable String lastName,
            String email,
            Identity identity,
            AdminRight adminRight,
            @Nullable ContactRole contactRole,
            @Nullable String technicalId,
            @Nullable LocalDate associatedOn,
            boolean enabled)
            implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recordIndividual(this);
        }
    }

    /**
     * A Partner Center role of {@code user_roles}.
     *
     * @param scope the MPN ID of the one location it is good for; null for the whole company
     */
    record GrantRole(String email, Role role, @Nullable String scope) implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.grantRole(this);
        }
    }

    /** A benefit of {@code pmc_benefits}, and with it what the row says of its order. */
    record RecordBenefit(
            String mpnId,
            OrderTerms order,
            String name,
            Category category,
            BenefitType type,
            long quantity,
            Unit unit,
            long used,
            BenefitStatus status,
            @Nullable LocalDate usableUntil,
            @Nullable LocalDate activateBy,
            @Nullable String specialInstructions,
            List<String> languages,
            List<String> operatingSystems,
            List<String> downloadLinks)
            implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recordBenefit(this);
        }
    }

    /** What a benefit's row says of the order that grants it. */
    record OrderTerms(
            String number,
            OfferType offerType,
            @Nullable String competency,
            @Nullable LocalDate purchasedOn,
            @Nullable LocalDate anniversaryOn,
            @Nullable String upgradeOf) {}

    /**
     * Which benefit a row means.
     *
     * @param orderNumber null when the row leaves it to the name alone (BEN-002 when several fit)
     */
    record BenefitReference(String mpnId, @Nullable String orderNumber, String benefitName) {}

    /** A product key of {@code pmc_keys}. */
    record RecordKey(
            BenefitReference benefit,
            SealedKey key,
            String type,
            @Nullable Long seats,
            @Nullable String language,
            @Nullable String operatingSystem,
            @Nullable LocalDate revealedOn,
            @Nullable Long activationsMax,
            long activationsUsed,
            @Nullable LocalDate redeemedOn,
            @Nullable String redeemedTenant)
            implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recordKey(this);
        }
    }

    /**
     * A seat of {@code pmc_assignments}.
     *
     * @param email the holder's account; null for a free seat
     * @param pending the portal has not finished the assignment
     */
    record RecordSeat(
            BenefitReference benefit,
            @Nullable String level,
            @Nullable String subscriptionGuid,
            @Nullable String holderName,
            @Nullable String email,
            @Nullable String notificationEmail,
            @Nullable String alternateEmail,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String technicalId,
            boolean pending)
            implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recordSeat(this);
        }
    }

    /**
     * A contact of {@code pmc_marketing_contacts}.
     *
     * @param userEmail the account e-mail of the person; never missing
     */
    record RecordContact(String userEmail, ContactDetails contact) implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recordContact(this);
        }
    }

    /**
     * The ledger takes over how something stands in a portal. The rules judge it as they judge a fact.
     *
     * @param proposed the change; what it changes must still stand as its before says
     */
    record TakeOver(Change proposed) implements Command {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.takeOver(this);
        }
    }
}
