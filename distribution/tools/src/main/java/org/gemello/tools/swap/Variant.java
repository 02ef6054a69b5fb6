package org.gemello.tools.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What distinguishes one version of the proof's pack from another, as the pack's own {@code variant.properties} has it.
 *
 * @param version    of the pack
 * @param schema     of the state
 * @param migrations true where it can read the states of all schemas before
 * @param fault      what is wrong with it
 */
record Variant(String version, int schema, boolean migrations, Fault fault) {
    static final String FILE = "variant.properties";
    /** Far longer than anybody waits, but the proof must end with a machine that is not busy for ever. */
    private static final long HANG_NANOS = 60_000_000_000L;
    private static long spins;

    /** What is wrong with a version. */
    enum Fault {
        NONE,
        THROWS,
        HANGS,
        /** The fault shows itself when it is called, which is done when the new version serves already. */
        THROWS_LATE,
        HANGS_LATE
    }

    static Variant ofThisPack() {
        Properties properties = new Properties();
        try (InputStream in = Variant.class.getResourceAsStream("/" + FILE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Variant(properties.getProperty("version"), Integer.parseInt(properties.getProperty("schema")),
                Boolean.parseBoolean(properties.getProperty("migrations")), Fault.valueOf(properties.getProperty("fault")));
    }

    String text() {
        return "version=" + version + "\nschema=" + schema + "\nmigrations=" + migrations + "\nfault=" + fault + "\n";
    }

    /** What calls the fault of this version, and of no other, once it serves. */
    double call() {
        return Integer.parseInt(version.replace(".", ""));
    }

    /** @param called true from the moment when a fault that comes late has been called */
    void misbehave(boolean called) {
        if (fault == Fault.THROWS || fault == Fault.THROWS_LATE && called) {
            throw new IllegalStateException("this version throws, as it was made to");
        }
        if (fault == Fault.HANGS || fault == Fault.HANGS_LATE && called) {
            long until = System.nanoTime() + HANG_NANOS;
            while (System.nanoTime() < until) {
                spins++;
            }
        }
    }
}
