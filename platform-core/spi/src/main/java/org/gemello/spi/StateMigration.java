package org.gemello.spi;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Carries the bytes of a state from one schema version to the next. */
@ConsumerType
public interface StateMigration {

    /** Schema version of the bytes taken; what is returned has the next one. */
    int from();

    byte[] migrate(byte[] state) throws IOException;
}
