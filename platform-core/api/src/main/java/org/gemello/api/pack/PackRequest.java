package org.gemello.api.pack;

import java.time.Duration;

/**
 * What is asked of the manager.
 *
 * @param action  what to do
 * @param id      of the pack; may be empty for {@link Action#INSTALL}
 * @param source  INSTALL: handle of a staged pack; ROLLBACK: a kept version, or empty for the one before; REMOVE: empty
 * @param grant   what the administrator grants; null for what the installed version has been granted already (and nothing for a new pack)
 * @param confirm how long a new version is watched before the old one is retired; null for the platform's setting
 */
public record PackRequest(Action action, String id, String source, PackGrant grant, Duration confirm) {

    /** What to do. */
    public enum Action {
        /** Bring in a new pack, or another version of an installed one, up or down. */
        INSTALL,
        /** Go back to a kept version. */
        ROLLBACK,
        /** Take the pack away; its twins are parked, state and history stay. */
        REMOVE
    }
}
