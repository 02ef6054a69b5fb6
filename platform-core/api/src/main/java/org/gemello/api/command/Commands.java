package org.gemello.api.command;

import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/** Commands to twins: the only way in which the platform writes to a plant. Safe for use by many threads. */
@ProviderType
public interface Commands {

    /**
     * Checks a request, keeps it in the log and lets it go to the twin. Returns once it is on disk; what becomes of it is
     * seen by {@link #command}. A request that the policy refuses becomes a command too, in state REJECTED with the reason:
     * refusals are part of the record.
     *
     * @throws java.util.NoSuchElementException where there is no such twin
     */
    CommandView submit(CommandRequest request, Caller caller);

    Optional<CommandView> command(String id);

    /** Commands of a twin, newest first, at most {@code limit}. */
    List<CommandView> commands(TwinId twin, int limit);
}
