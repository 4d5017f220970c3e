package io.almoner.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What a mail server with STARTTLS does before mail: it changes the connection to TLS, and takes nothing before. Behind it
 * stands the test's mail server, which cannot do that itself.
 */
public final class StartTlsFront implements AutoCloseable {

    private final ServerSocket listening;
    private final SSLContext tls;
    private final int behind;
    private final StringBuffer saidInTheClear = new StringBuffer();

    /** @param behind the port of the mail server that gets what is said afterwards */
    public StartTlsFront(int behind) throws IOException, GeneralSecurityException {
        this.listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        this.tls = SecureMail.context();
        this.behind = behind;
        start(this::serve);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Everything that anybody on the way could have read. */
    public String saidInTheClear() {
        return saidInTheClear.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the connection has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = listening.accept();
            start(() -> talk(client));
        }
    }

    private void talk(Socket client) throws IOException {
        say(client, "220 front");
        for (String line = line(client); !line.isEmpty(); line = line(client)) {
            switch (line.toUpperCase(Locale.ROOT).split(" ")[0]) {
                case "EHLO" -> say(client, "250-front\r\n250 STARTTLS");
                case "STARTTLS" -> {
                    say(client, "220 go ahead");
                    passOn(encrypted(client));
                    return;
                }
                case "QUIT" -> say(client, "221 bye");
                default -> say(client, "530 Must issue a STARTTLS command first");
            }
        }
    }

    private SSLSocket encrypted(Socket client) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        socket.setUseClientMode(false);
        return socket;
    }

    private void passOn(SSLSocket client) throws IOException {
        Socket server = new Socket(InetAddress.getByName("127.0.0.1"), behind);
        line(server.getInputStream()); // the greeting, which the client has had
        start(() -> server.getInputStream().transferTo(client.getOutputStream()));
        client.getInputStream().transferTo(server.getOutputStream());
        server.close();
    }

    private void say(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String line(Socket client) throws IOException {
        String line = line(client.getInputStream());
        saidInTheClear.append(line).append('\n');
        return line;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character >= 0 && character != '\n'; character = in.read()) {
            line.append((char) character);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
