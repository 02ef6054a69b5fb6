package org.gemello.api.audit;

import org.gemello.api.TraceId;
import org.osgi.annotation.versioning.ProviderType;

/** The record of who did what, for parts of the platform that let people decide. It only grows. Safe for use by many threads. */
@ProviderType
public interface AuditTrail {

    /**
     * Something is let through; on disk when this returns.
     *
     * @param caller user name, or the part of the platform that does it
     * @param action what, such as {@code proposal.accept}
     * @param object to what, such as {@code wf-01/wake-steering}
     * @param reason why, or with which values; never a secret
     * @param trace  trace that it belongs to, {@link TraceId#NONE} for none
     * @throws IllegalStateException where it cannot be written: what was to be done must then not be done
     */
    void allowed(String caller, String action, String object, String reason, TraceId trace);

    /** Something was not let through; where that cannot be written the platform's log says so. Arguments as of {@link #allowed}. */
    void refused(String caller, String action, String object, String reason, TraceId trace);
}
