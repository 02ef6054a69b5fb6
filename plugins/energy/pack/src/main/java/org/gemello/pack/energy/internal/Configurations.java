package org.gemello.pack.energy.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gemello.spi.TwinContext;

/** Checks of what the integrator wrote for a twin. */
final class Configurations {
    private Configurations() {
    }

    /** @throws IllegalArgumentException where a key is not known, so that a misspelt one is not passed over */
    @SafeVarargs
    static void allowOnly(TwinContext context, Set<String>... keys) {
        Set<String> known = new TreeSet<>();
        for (Set<String> some : keys) {
            known.addAll(some);
        }
        for (String key : new TreeSet<>(context.configuration().keySet())) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("twin " + context.twin() + ": configuration '" + key + "' is not known; known are "
                        + known);
            }
        }
    }

    /**
     * What is made of the configuration.
     *
     * @throws IllegalArgumentException where it makes no sense; the message names the twin, once
     */
    static <T> T named(TwinContext context, Supplier<T> reading) {
        String twin = "twin " + context.twin() + ": ";
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(twin) ? e : new IllegalArgumentException(twin + message, e);
        }
    }
}
