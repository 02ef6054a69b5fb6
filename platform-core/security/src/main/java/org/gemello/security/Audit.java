package org.gemello.security;

import org.osgi.annotation.versioning.ProviderType;

/** The record of who did what. It only grows. Safe for use by many threads. */
@ProviderType
public interface Audit {

    /**
     * Writes an event; on disk when this returns.
     *
     * @throws AuditUnavailableException where it cannot be written: what was to be done must then not be done
     */
    void record(AuditEvent event);
}
