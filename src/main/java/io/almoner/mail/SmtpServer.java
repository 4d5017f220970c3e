package io.almoner.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A mail server, as the environment names it.
 *
 * @param host its name
 * @param port where it listens
 * @param login the account; null when it asks for none
 * @param protection how the way to it is protected
 * @param sender the address that stands as the sender's; null when only job files say
 */
record SmtpServer(
        String host,
        int port,
        @Nullable Login login,
        Protection protection,
        @Nullable String sender) {

    /** An account; its password is never shown. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** How the way to a server is protected. Without protection no password is sent. */
    enum Protection {
        /** The connection changes to TLS before anything is said; a server that cannot is refused. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        NONE(25);

        private final int port;

        Protection(int port) {
            this.port = port;
        }
    }

    /** The server of {@code ALMONER_SMTP_HOST} and its like; empty when none is named. */
    static Optional<SmtpServer> of(Map<String, String> environment) {
        return given(environment, "HOST").map(host -> {
            Protection protection =
                    given(environment, "TLS").map(SmtpServer::protection).orElse(Protection.STARTTLS);
            int port = given(environment, "PORT").map(SmtpServer::port).orElse(protection.port);
            Login login = login(environment);
            if (login != null && protection == Protection.NONE) {
                throw new MailSettingsException(
                        "ALMONER_SMTP_TLS=none would send the password of ALMONER_SMTP_USER for everybody to read."
                                + " Use starttls or tls, or name no user.");
            }
            return new SmtpServer(host, port, login, protection, sender(environment, login));
        });
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get("ALMONER_SMTP_" + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static @Nullable Login login(Map<String, String> environment) {
        return given(environment, "USER")
                .map(user -> new Login(
                        user,
                        given(environment, "PASSWORD")
                                .orElseThrow(() -> new MailSettingsException(
                                        "ALMONER_SMTP_USER is set, but ALMONER_SMTP_PASSWORD is not."))))
                .orElse(null);
    }

    private static @Nullable String sender(Map<String, String> environment, @Nullable Login login) {
        return given(environment, "FROM")
                .or(() -> Optional.ofNullable(login).map(Login::user).filter(user -> user.contains("@")))
                .orElse(null);
    }

    private static Protection protection(String word) {
        return Arrays.stream(Protection.values())
                .filter(protection -> protection.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new MailSettingsException(
                        "ALMONER_SMTP_TLS cannot be " + word + ". Expected: starttls (the usual), tls, none."));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new MailSettingsException(
                    "ALMONER_SMTP_PORT cannot be " + text + ". Expected: a number such as 587.");
        }
        return Integer.parseInt(text);
    }
}
