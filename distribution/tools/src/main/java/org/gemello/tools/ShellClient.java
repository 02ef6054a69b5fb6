package org.gemello.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** Runs one command in the shell of a platform on this machine: {@code ./gemello shell twin:list}. */
public final class ShellClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final SshClient client;
    private final int port;
    private final String password;

    /** The server is this machine's own loopback address, so its host key is taken as it is. */
    public ShellClient(int port, Path passwordFile) throws IOException {
        this.port = port;
        this.password = Files.readString(passwordFile).trim();
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
    }

    /** What the command prints. */
    public String run(String command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(command, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Logs in as administrator for each command: the container's shell closes the session after one. */
    private void run(String command, OutputStream out) throws IOException {
        try (ClientSession session = client.connect("admin", "127.0.0.1", port).verify(PATIENCE).getSession()) {
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            try (ChannelExec channel = session.createExecChannel(command)) {
                channel.setOut(out);
                channel.setErr(out);
                channel.open().verify(PATIENCE);
                if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE).contains(ClientChannelEvent.TIMEOUT)) {
                    throw new IOException("'" + command + "' did not end within " + PATIENCE);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** {@code --port N --password-file FILE COMMAND...} */
    public static void main(String[] args) throws IOException {
        Options options = new Options(Arrays.copyOf(args, 4), "port", "password-file");
        String command = String.join(" ", Arrays.asList(args).subList(4, args.length));
        if (command.isBlank()) {
            System.err.println("say which command, such as: ./gemello shell twin:list");
            System.exit(2);
        }
        try (ShellClient shell = new ShellClient(options.number("port", 8101), Path.of(options.text("password-file")))) {
            shell.run(command, System.out);
        } catch (IOException e) {
            System.err.println("gemello: the shell does not answer: " + e.getMessage() + ". Does the platform run? (./gemello status)");
            System.exit(1);
        }
        System.exit(0); // the client's threads would keep the process for some seconds
    }
}
