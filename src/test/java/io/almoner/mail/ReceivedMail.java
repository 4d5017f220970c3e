package io.almoner.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/** A mail taken apart, as a mail program does it. */
public record ReceivedMail(
        MimeMessage message, String subject, String text, String html, Map<String, byte[]> attachments) {

    /** Takes a mail apart. */
    public static ReceivedMail of(MimeMessage message) throws MessagingException, IOException {
        var parts = new Parts();
        parts.read(message);
        return new ReceivedMail(message, message.getSubject(), parts.text, parts.html, parts.attachments);
    }

    /** Takes a mail apart that is in a file. */
    public static ReceivedMail in(Path file) throws MessagingException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(new MimeMessage(Session.getInstance(new Properties()), in));
        }
    }

    private static final class Parts {

        private String text = "";
        private String html = "";
        private final Map<String, byte[]> attachments = new LinkedHashMap<>();

        void read(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart one = several.getBodyPart(i);
                    read(one);
                }
            } else if (part.getFileName() != null) {
                attachments.put(
                        MimeUtility.decodeText(part.getFileName()),
                        part.getInputStream().readAllBytes());
            } else if (part.isMimeType("text/html")) {
                html = part.getContent().toString();
            } else if (part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            }
        }
    }
}
