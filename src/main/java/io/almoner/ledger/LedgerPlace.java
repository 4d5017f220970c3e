package io.almoner.ledger;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a ledger is.
 *
 * @param home the folder of the embedded database; also holds the vault's key
 * @param url JDBC URL of a PostgreSQL database to be used instead of the embedded one; null for the embedded one
 * @param user the database's user; null when the URL says it or there is none
 * @param password the user's password; null when the URL says it or there is none
 */
public record LedgerPlace(
        Path home,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    /** The embedded database of a home. */
    public static LedgerPlace embedded(Path home) {
        return new LedgerPlace(home, null, null, null);
    }

    @Override
    public String toString() {
        return url == null ? home.toString() : shownUrl(url);
    }

    /** The URL without its parameters, among which a password may stand. */
    private static String shownUrl(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
