package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a child prints to the log: short lines, so many a minute, without characters that a terminal would obey. */
final class ChildOutput implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger("org.gemello.worker.output");
    private static final int LONGEST_LINE = 500;
    private static final int LINES_PER_MINUTE = 200;
    private static final long MINUTE = 60_000_000_000L;
    private static final int REMEMBERED = 3;
    private final String pack;
    private final InputStream in;
    private final Consumer<String> listener;
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> last = new ArrayDeque<>();
    private long minute = System.nanoTime();
    private int logged;
    private long dropped;

    /** @param listener gets each line that goes to the log */
    ChildOutput(String pack, InputStream in, Consumer<String> listener) {
        this.pack = pack;
        this.in = in;
        this.listener = listener;
    }

    @Override
    public void run() {
        byte[] bytes = new byte[8192];
        try {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                new String(bytes, 0, read, StandardCharsets.UTF_8).chars().forEach(this::character);
            }
        } catch (IOException e) {
            LOG.debug("output of the worker of {} ended: {}", pack, e.toString());
        }
        if (line.length() > 0) {
            character('\n');
        }
    }

    private void character(int character) {
        if (character == '\n') {
            log(line.toString());
            line.setLength(0);
        } else if (line.length() < LONGEST_LINE && character != '\r') {
            line.append(Character.isISOControl(character) && character != '\t' ? '?' : (char) character);
        }
    }

    private void log(String text) {
        remember(text);
        if (System.nanoTime() - minute > MINUTE) {
            if (dropped > 0) {
                LOG.warn("{}: {} more lines were not logged", pack, dropped);
            }
            minute = System.nanoTime();
            logged = 0;
            dropped = 0;
        }
        if (logged < LINES_PER_MINUTE) {
            logged++;
            LOG.info("{}: {}", pack, text);
            listener.accept(text);
        } else {
            dropped++;
        }
    }

    /** Not the frames of a stack: what stands above them says more. */
    private synchronized void remember(String text) {
        if (text.startsWith("\t")) {
            return;
        }
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(text);
    }

    /** The last lines, in one. */
    synchronized String last() {
        return String.join(" | ", last);
    }
}
