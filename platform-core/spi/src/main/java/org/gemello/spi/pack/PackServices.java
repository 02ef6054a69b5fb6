package org.gemello.spi.pack;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An OSGi service that every bundle of a pack finds for itself: what the pack has been granted beyond points and commands. Each refusal
 * is written to the audit log. Nothing of it may be used inside a {@link org.gemello.spi.TwinBehavior}, which is deterministic. Safe for
 * use by many threads; it ends when the version is retired.
 */
@ProviderType
public interface PackServices {

    /**
     * The pack's own folder, the same for all its versions.
     *
     * @throws SecurityException without the permission {@code files}
     */
    PackFolder folder() throws IOException;

    /**
     * A connection to the outside.
     *
     * @param host    as in the grant
     * @param port    as in the grant
     * @param patience longest wait for the connection
     * @throws SecurityException without the permission {@code network} for this host and port
     */
    Socket connect(String host, int port, Duration patience) throws IOException;

    /**
     * Starts a thread of the pack; it is interrupted when the version is retired and must then end.
     *
     * @param name for people
     * @throws SecurityException where as many run as the permission {@code threads} allows
     */
    void start(String name, Runnable work);
}
