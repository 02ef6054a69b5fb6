package org.gemello.api.connection;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All configured connections, running or not. Safe for use by many threads. */
@ProviderType
public interface Connections {

    /** All configured connections by name. */
    List<ConnectionView> connections();

    /** The running connection of that name. */
    Optional<Connection> connection(String name);
}
