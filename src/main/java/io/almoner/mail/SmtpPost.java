package io.almoner.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends letters by a server; one that it does not take is kept in the outbox. */
record SmtpPost(SmtpServer server, Outbox outbox) implements Post {

    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "60000";

    @Override
    public Delivery send(Letter letter, String name) throws IOException {
        JavaMailSenderImpl sender = sender();
        Letter addressed = letter.from() != null
                ? letter
                : new Letter(server.sender(), letter.to(), letter.subject(), letter.body(), letter.attachments());
        try {
            sender.send(new LetterMessage(addressed).fill(sender.createMimeMessage()));
            return new Delivery.Sent(server.host());
        } catch (MessagingException | MailException e) {
            Path file = ((Delivery.Kept) outbox.send(addressed, name)).file();
            return new Delivery.Undelivered(file, reason(e));
        }
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        boolean fromTheStart = server.protection() == SmtpServer.Protection.TLS;
        sender.setProtocol(fromTheStart ? "smtps" : "smtp");
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        SmtpServer.Login login = server.login();
        if (login != null) {
            sender.setUsername(login.user());
            sender.setPassword(login.password());
        }
        sender.setJavaMailProperties(properties("mail." + sender.getProtocol() + "."));
        return sender;
    }

    private Properties properties(String prefix) {
        Properties properties = new Properties();
        boolean startTls = server.protection() == SmtpServer.Protection.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(server.login() != null));
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLISECONDS);
        return properties;
    }

    private String reason(Exception e) {
        if (e instanceof MailAuthenticationException && server.login() != null) {
            return server.host() + " does not accept the account "
                    + server.login().user() + "; see ALMONER_SMTP_USER and ALMONER_SMTP_PASSWORD";
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
