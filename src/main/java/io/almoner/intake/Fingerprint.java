package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes as they pass by. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Source source) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                fingerprint.add(buffer, count);
            }
        }
        return fingerprint.hexadecimal();
    }

    void add(byte[] buffer, int count) {
        digest.update(buffer, 0, count);
    }

    /** To be asked once, at the end. */
    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
