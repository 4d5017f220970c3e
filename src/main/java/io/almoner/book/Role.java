package io.almoner.book;

import java.util.EnumSet;
import java.util.Set;

/** The roles of Partner Center; only the first four carry rights over benefits. */
public enum Role {
    GLOBAL_ADMIN("Global admin"),
    USER_ADMIN("User admin"),
    ADMIN_AGENT("Admin agent"),
    MPN_PARTNER_ADMIN("MPN partner admin"),
    ACCOUNT_ADMIN("Account admin"),
    SALES_AGENT("Sales agent"),
    HELPDESK_AGENT("Helpdesk agent"),
    BILLING_ADMIN("Billing admin"),
    REFERRALS_ADMIN("Referrals admin"),
    INCENTIVES_ADMIN("Incentives admin"),
    INCENTIVES_USER("Incentives user"),
    BUSINESS_PROFILE_ADMIN("Business profile admin"),
    REPORT_VIEWER("Report viewer"),
    EXECUTIVE_REPORT_VIEWER("Executive report viewer"),
    DEFAULT_USER("Default user"),
    GUEST_USER("Guest user");

    /** Who may see benefits, reports and exports without keys. */
    public static final Set<Role> SEE_BENEFITS =
            Set.copyOf(EnumSet.of(GLOBAL_ADMIN, USER_ADMIN, ADMIN_AGENT, MPN_PARTNER_ADMIN));

    /** Who may have product keys shown. */
    public static final Set<Role> GET_KEYS = Set.copyOf(EnumSet.of(GLOBAL_ADMIN, MPN_PARTNER_ADMIN));

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The portal's own English name. */
    public String label() {
        return label;
    }
}
