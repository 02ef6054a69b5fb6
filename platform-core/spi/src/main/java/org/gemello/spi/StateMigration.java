package org.gemello.spi;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Carries the bytes of a state from one schema version to the next. */
@ConsumerType
public interface StateMigration {

    /** Schema version of the bytes taken; what is returned has the next one. */
    int from();

    byte[] migrate(byte[] state) throws IOException;

    /** What a migration does with the bytes. */
    @FunctionalInterface
    interface Step {
        byte[] migrate(byte[] state) throws IOException;
    }

    /** A migration from a schema version to the next. */
    static StateMigration from(int schema, Step step) {
        return new StateMigration() {
            @Override
            public int from() {
                return schema;
            }

            @Override
            public byte[] migrate(byte[] state) throws IOException {
                return step.migrate(state);
            }
        };
    }
}
