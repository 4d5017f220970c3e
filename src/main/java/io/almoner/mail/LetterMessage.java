package io.almoner.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.activation.FileDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.MimeMessageHelper;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

/** Turns a letter into what goes over the wire. */
record LetterMessage(Letter letter) {

    private static final String NOBODY = "almoner@localhost";

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xls", "application/vnd.ms-excel",
            "csv", "text/csv",
            "html", "text/html");

    MimeMessage fill(MimeMessage message) throws MessagingException {
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(Objects.requireNonNullElse(letter.from(), NOBODY));
        parts.setTo(letter.to().toArray(String[]::new));
        parts.setSubject(oneLine(letter.subject()));
        parts.setText(letter.body().text(), letter.body().html());
        for (Attachment attachment : letter.attachments()) {
            parts.addAttachment(oneLine(attachment.name()), new TypedFile(attachment.file()));
        }
        message.setHeader("Date", RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated"); // no absence notes, please
        return message;
    }

    /** Nothing in it can begin a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** A file whose type its name says, on every machine the same. */
    private static final class TypedFile extends FileDataSource {

        TypedFile(Path file) {
            super(file.toFile());
        }

        @Override
        public String getContentType() {
            String name = getName().toLowerCase(Locale.ROOT);
            return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        }
    }
}
