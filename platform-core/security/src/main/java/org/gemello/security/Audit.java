package org.gemello.security;

import org.osgi.annotation.versioning.ProviderType;
import org.slf4j.LoggerFactory;

/** The record of who did what. It only grows. Safe for use by many threads. */
@ProviderType
public interface Audit {

    /**
     * Writes an event; on disk when this returns.
     *
     * @throws AuditUnavailableException where it cannot be written: what was to be done must then not be done
     */
    void record(AuditEvent event);

    /** Writes what has happened already and cannot be taken back; where it cannot be written the platform's log says so. */
    default void note(AuditEvent event) {
        try {
            record(event);
        } catch (AuditUnavailableException e) {
            LoggerFactory.getLogger(Audit.class).error("This could not be audited: {}", event, e);
        }
    }
}
