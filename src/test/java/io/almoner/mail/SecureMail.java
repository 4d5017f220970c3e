package io.almoner.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;

/** A mail server with TLS on this machine, whose certificate only those trust who are told to. */
public final class SecureMail {

    private static final String PASSWORD = "changeit";
    private static final Path CERTIFICATE = certificate();

    private SecureMail() {}

    public static GreenMailExtension server() {
        // read once, by the first server of the process
        System.setProperty("greenmail.tls.keystore.file", CERTIFICATE.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        return new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    }

    /** Options for a Java that is to trust the server. */
    public static List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + CERTIFICATE,
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** What a server shows that has the same certificate. */
    static SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(CERTIFICATE.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static Path certificate() {
        try {
            Path folder = Files.createTempDirectory("secure-mail");
            Path file = folder.resolve("server.p12");
            folder.toFile().deleteOnExit();
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-keystore",
                            file.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
