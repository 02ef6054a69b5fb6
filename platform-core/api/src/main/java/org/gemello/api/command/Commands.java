package org.gemello.api.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/** Commands to twins: the only way in which the platform writes to a plant. Safe for use by many threads. */
@ProviderType
public interface Commands {
    /** How long a command waits for approval where nothing else is set. */
    Duration APPROVAL_TIME = Duration.ofHours(1);
    /** How many commands of one twin wait at the most. */
    int MOST_WAITING = 20;

    /**
     * Checks a request, keeps it in the log and lets it go to the twin. Returns once it is on disk; what becomes of it is
     * seen by {@link #command}. A request that the policy refuses becomes a command too, in state REJECTED with the reason:
     * refusals are part of the record.
     *
     * @throws java.util.NoSuchElementException where there is no such twin
     */
    CommandView submit(CommandRequest request, Caller caller);

    /**
     * As {@link #submit}, for what somebody else has to approve first: the command waits, in state WAITING, and goes nowhere before. What the
     * policy refuses now is rejected at once; at most {@link #MOST_WAITING} wait for each twin, one more is rejected too.
     *
     * @param because why it needs approval, for people
     * @throws java.util.NoSuchElementException where there is no such twin
     */
    CommandView request(CommandRequest request, String because, Caller caller);

    /**
     * Lets a command go that waits. It is judged again, as the plant stands now, and its time to live begins now. Returns once that is on disk.
     *
     * @param reason why, for the record; may be empty
     * @throws java.util.NoSuchElementException where there is no such command
     * @throws ApprovalException                where it does not wait any more, or the policy would refuse it now; then it goes on waiting
     * @throws SecurityException                where the caller has asked for it, or may not command
     */
    CommandView approve(String id, String reason, Caller caller);

    /**
     * Says no to a command that waits, which is then REJECTED. Who asked for it may take it back so.
     *
     * @throws IllegalArgumentException         where the reason is empty
     * @throws java.util.NoSuchElementException where there is no such command
     * @throws ApprovalException                where it does not wait any more
     * @throws SecurityException                where the caller may not command
     */
    CommandView decline(String id, String reason, Caller caller);

    /** How long a command waits for approval, from when it was asked for; then it is EXPIRED. */
    default Duration approvalTime() {
        return APPROVAL_TIME;
    }

    Optional<CommandView> command(String id);

    /** Commands of all twins, newest first, at most {@code limit}. */
    List<CommandView> commands(int limit);

    /** Commands of a twin, newest first, at most {@code limit}. */
    List<CommandView> commands(TwinId twin, int limit);
}
