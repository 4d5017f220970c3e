package io.almoner.portal;

import java.util.List;
import java.util.stream.Stream;

import io.almoner.intake.Action;

/**
 * Which columns of {@code bulk_assignments} an action needs, and which others it heeds. Every action needs to know its
 * organisation: {@code MpnId} stands in none of these lists.
 */
record ActionNeeds(List<String> needed, List<String> optional) {

    private static final List<String> SEAT = List.of(
            "OrderNumber",
            "Category",
            "Name",
            "NotificationEmail",
            "AlternateEmail",
            "SubscriptionLevel",
            "SubscriptionGuid",
            "Language",
            "Country",
            "Downloads",
            "Reference");

    static ActionNeeds of(Action action) {
        return switch (action) {
            case ASSIGN -> new ActionNeeds(List.of("BenefitName", "SignInEmail"), SEAT);
            case REMOVE ->
                new ActionNeeds(
                        List.of("BenefitName", "SignInEmail"),
                        List.of("OrderNumber", "Category", "SubscriptionGuid", "Reference", "Confirm"));
            case REASSIGN ->
                new ActionNeeds(List.of("BenefitName", "SignInEmail", "PreviousEmail"), with(SEAT, "Confirm"));
            case ACTIVATE ->
                new ActionNeeds(
                        List.of("BenefitName"),
                        List.of(
                                "OrderNumber",
                                "Category",
                                "OfferGroup",
                                "SignInEmail",
                                "AlternateEmail",
                                "Language",
                                "OSType",
                                "Tenant",
                                "Reference"));
            case GET_KEYS ->
                new ActionNeeds(List.of("BenefitName", "Language", "OSType"), List.of("OrderNumber", "Category"));
            case SET_CONTACT ->
                new ActionNeeds(
                        List.of("SignInEmail", "ContactEmail", "ContactPhone", "PreferredLanguage"), List.of("Name"));
            case REQUEST_HOURS ->
                new ActionNeeds(
                        List.of("BenefitName", "Phase", "Hours"),
                        List.of(
                                "OrderNumber",
                                "Category",
                                "SignInEmail",
                                "RequestDate",
                                "ServiceRequest",
                                "Reference"));
            case CANCEL ->
                new ActionNeeds(
                        List.of("OrderNumber", "ServiceRequest"), List.of("BenefitName", "Category", "RequestDate"));
            case GRANT_ROLE, REVOKE_ROLE -> new ActionNeeds(List.of("SignInEmail", "Role"), List.of());
            case ADD_USER -> new ActionNeeds(List.of("SignInEmail"), List.of("Name"));
        };
    }

    private static List<String> with(List<String> columns, String another) {
        return Stream.concat(columns.stream(), Stream.of(another)).toList();
    }
}
