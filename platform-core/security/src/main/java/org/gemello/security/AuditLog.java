package org.gemello.security;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** The audit log as it is read. Safe for use by many threads. */
@ProviderType
public interface AuditLog {

    /**
     * Lines before a number, newest first.
     *
     * @param before only lines with a lower number
     * @param wanted which of them
     * @param limit  at most this many
     */
    List<AuditRecord> read(long before, Predicate<AuditRecord> wanted, int limit) throws IOException;

    /** Reads the whole log and holds it against its chain and its checkpoints: takes seconds for each gigabyte. */
    AuditVerification verify() throws IOException;
}
