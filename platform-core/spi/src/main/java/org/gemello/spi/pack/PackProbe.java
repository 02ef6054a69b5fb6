package org.gemello.spi.pack;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An OSGi service by which a pack judges itself. The pack manager asks all probes of a new version while it is being watched; one that
 * finds trouble, throws or does not answer within two seconds has the version rolled back. Asked again now and then for health.
 */
@ConsumerType
public interface PackProbe {

    /** For people, such as {@code licence server}. */
    String name();

    /** What is wrong, empty where all is well. */
    Optional<String> trouble();
}
