package org.gemello.security.policy;

import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The policies of this platform. Safe for use by many threads. What changes them is audited with all that a policy says, and on disk when it
 * returns; it throws {@link org.gemello.security.AuditUnavailableException}, and changes nothing, where it cannot be audited.
 */
@ProviderType
public interface PolicyStore {

    /** Those of this moment; the same object as long as nothing changes. */
    Policies policies();

    /** By id, with their revisions. */
    List<KeptPolicy> list();

    Optional<KeptPolicy> find(String id);

    /**
     * Adds a policy, or replaces the one of its id. Counts from when this returns, also for streams that are open.
     *
     * @param expected revision that is replaced, {@link KeptPolicy#ABSENT} where there is none yet
     * @throws StalePolicyException     where another revision is there
     * @throws IllegalArgumentException where there are too many
     * @throws SecurityException        where {@code by} is no administrator
     */
    KeptPolicy put(Policy policy, long expected, Caller by);

    /** Removes a policy; throws as {@link #put} does. */
    void remove(String id, long expected, Caller by);
}
