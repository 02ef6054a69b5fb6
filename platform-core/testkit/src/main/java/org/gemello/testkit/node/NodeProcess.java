package org.gemello.testkit.node;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running script that takes lines on its standard input and answers with lines on its standard output. */
public final class NodeProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private final Process process;
    private final Path log;
    private final BufferedWriter commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    NodeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "node-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(answers::add);
        } catch (IOException | UncheckedIOException e) {
            answers.add("its output could not be read: " + e);
        }
    }

    /** Sends a line that it understands. */
    public void tell(String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
    }

    /**
     * The next line that it says, waited for.
     *
     * @throws IOException where it says nothing within a minute; the message names the file with its errors
     */
    public String answer() throws IOException, InterruptedException {
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException("no answer within " + PATIENCE_SECONDS + " s; the script "
                    + (process.isAlive() ? "still runs" : "has ended with " + process.exitValue()) + ", see " + log.toAbsolutePath());
        }
        return answer;
    }

    /** Ends it at once, as a loss of power would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
