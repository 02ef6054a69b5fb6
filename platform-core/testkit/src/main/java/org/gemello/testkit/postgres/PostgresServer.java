package org.gemello.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL as a process of its own on a loopback port, with its data in a temporary folder that {@link #close} removes. It refuses to
 * run as root, so under root it runs as the user {@code nobody}, who then owns the folder. There are a superuser {@code postgres} and
 * a plain user {@code gemello} that owns the database {@code gemello}; both come with a password (SCRAM). What is acknowledged survives
 * {@link #stop}, {@link #crash} and {@link #kill}.
 */
public final class PostgresServer implements AutoCloseable {
    /** Password of both users. */
    public static final String PASSWORD = "not a secret, a test";
    private static final long PATIENCE_SECONDS = 60;
    private static final String READY = "ready";
    private final Path programs;
    private final Path folder;
    private final List<String> settings;
    private final int port = freePort();
    private volatile Process process;

    private PostgresServer(Path programs, Path folder, String... settings) {
        this.programs = programs;
        this.folder = folder;
        this.settings = List.of(settings);
    }

    /** True where the programs are on this machine. */
    public static boolean isAvailable() {
        return PostgresPrograms.folder().isPresent();
    }

    /**
     * A new server, started.
     *
     * @param settings configuration such as {@code max_connections=20}, beside a small memory for tests
     * @throws IllegalStateException where the programs are not on this machine, or it does not start; with the server's own words
     */
    public static PostgresServer launch(String... settings) {
        Path programs = PostgresPrograms.folder().orElseThrow(() -> new IllegalStateException(PostgresPrograms.hint()));
        try {
            Path folder = Files.createTempDirectory("gemello-postgres-data");
            PostgresServer server = new PostgresServer(programs, folder, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-at-exit")); // a test that is stopped leaves nothing behind
            server.initialise();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for PostgreSQL", e);
        }
    }

    /**
     * As {@link #launch}, and the server speaks TLS with a certificate of its own for 127.0.0.1, made by the program {@code openssl}.
     *
     * @param certificate file that gets the certificate (PEM), for clients to trust
     */
    public static PostgresServer launchWithTls(Path certificate, String... settings) throws IOException {
        Path key = certificate.resolveSibling("postgres-key.pem");
        Commands.run(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key.toString(), "-out", certificate.toString()));
        PostgresServer server = launch(settings);
        server.stop();
        own(Files.copy(certificate, server.data().resolve("server.crt")), "rw-------");
        own(Files.move(key, server.data().resolve("server.key")), "rw-------");
        Files.writeString(server.data().resolve("postgresql.conf"), "ssl = on\n", StandardOpenOption.APPEND);
        server.start();
        return server;
    }

    private void initialise() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        own(folder, "rwx------");
        own(password, "rw-------");
        Commands.run(asUser("initdb", "-D", data().toString(), "-U", "postgres", "--pwfile=" + password, "-A", "scram-sha-256",
                "-E", "UTF8", "--locale=C", "--no-sync"));
        Commands.run(asUser("postgres", "--single", "-D", data().toString(), "postgres"),
                "CREATE ROLE gemello LOGIN PASSWORD '" + PASSWORD + "'\nCREATE DATABASE gemello OWNER gemello\n");
    }

    private static void own(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        if (isRoot()) {
            Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private List<String> asUser(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free loopback port", e);
        }
    }

    /** Starts it again after {@link #stop}, {@link #crash} or {@link #kill}; returns when it takes connections. */
    public void start() {
        List<String> command = asUser("postgres", "-D", data().toString(), "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=", "-c", "shared_buffers=64MB", "-c", "max_connections=30", "-c", "logging_collector=off");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile())).start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not start:\n" + log());
            }
            pause(20); // it writes its state into a file and tells nobody
        }
    }

    /** The last line of {@code postmaster.pid} says so, after the number of this very process: a killed one leaves its file behind. */
    private boolean isReady() throws IOException {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(0).equals(String.valueOf(process.pid())) && lines.get(7).trim().equals(READY);
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    /** What the server has written to its log. */
    public String log() {
        try {
            return Files.readString(folder.resolve("postgres.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** {@code jdbc:postgresql://127.0.0.1:port/gemello} */
    public String url() {
        return url(port);
    }

    /** The same by way of another port, such as that of a proxy. */
    public String url(int otherPort) {
        return "jdbc:postgresql://127.0.0.1:" + otherPort + "/gemello";
    }

    /** Processor time that its processes have used: of those alive, and of connections that have ended. */
    public Duration cpu() {
        Duration alive = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
        try {
            // proc(5): after the name in brackets, fields 16 and 17 are the ticks of children that were waited for; 100 in a second
            String[] fields = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat")).replaceFirst(".*\\) ", "").split(" ");
            return alive.plusMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException e) {
            throw new UncheckedIOException("the processor time of ended connections cannot be read", e);
        }
    }

    /** Ends it in order; connections are cut ("fast"). */
    public void stop() {
        end("INT");
    }

    /** Ends all its processes at once, without a checkpoint ("immediate"): the next start recovers from the write-ahead log. */
    public void crash() {
        end("QUIT");
    }

    /** Kills the server with SIGKILL. Its children see that and end too. */
    public void kill() {
        end("KILL");
    }

    private void end(String signal) {
        Process ending = process;
        if (ending == null || !ending.isAlive()) {
            return;
        }
        List<ProcessHandle> children = ending.children().toList();
        Commands.run(List.of("kill", "-" + signal, String.valueOf(ending.pid())));
        try {
            if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        while (children.stream().anyMatch(ProcessHandle::isAlive)) { // they are no children of ours: no event tells of their end
            pause(5);
        }
        process = null;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }

    /** Ends it and removes its data. */
    @Override
    public void close() {
        end("QUIT");
        Optional.of(folder).filter(Files::exists).ifPresent(path -> Commands.run(List.of("rm", "-rf", path.toString())));
    }
}
