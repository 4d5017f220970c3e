package io.almoner.book;

import java.util.regex.Pattern;

/** What kind of account a user signs in with. */
public enum Identity {
    /** A work account of the organisation's directory. */
    WORK,
    GUEST,
    /** A personal Microsoft account: keeps a seat that it has, can never be given a new one. */
    MSA;

    /** A subdomain of a company that is called so is none. */
    private static final Pattern CONSUMER_DOMAIN =
            Pattern.compile("(outlook|hotmail|live|msn)\\.((com?|net|org)\\.)?[a-z]{2,}");

    /** What an account is by its domain, given in lower case: a personal one or a work account. */
    public static Identity of(String email) {
        String domain = email.substring(email.indexOf('@') + 1);
        return CONSUMER_DOMAIN.matcher(domain).matches() ? MSA : WORK;
    }
}
