package io.almoner.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import io.almoner.ledger.Home;
import io.almoner.returns.StagedFile;

/** Lays letters into a private folder, as files that every mail program opens and can send. */
record Outbox(Path folder) implements Post {

    @Override
    public Delivery send(Letter letter, String name) throws IOException {
        Files.createDirectories(folder, Home.only("rwx------"));
        Path file = folder.resolve(name + ".eml");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".eml");
        }
        try (StagedFile staged = StagedFile.open(file, StagedFile.Access.PRIVATE)) {
            MimeMessage message =
                    new LetterMessage(letter).fill(new MimeMessage(Session.getInstance(new Properties())));
            message.setHeader("X-Unsent", "1"); // opened as a draft that can be sent
            message.saveChanges();
            message.writeTo(staged.stream());
            staged.commit();
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be written to " + file + ": " + e.getMessage(), e);
        }
        return new Delivery.Kept(file);
    }
}
