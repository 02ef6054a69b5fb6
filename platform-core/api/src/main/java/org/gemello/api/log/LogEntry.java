package org.gemello.api.log;

import java.time.Instant;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.Correction;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.Severity;

/** What the log can hold. Everything that a twin's behaviour may react to is one of these, so that a replay finds it again. */
public sealed interface LogEntry {

    /** Number of offsets that the entry takes: one per sample, else one. */
    default int count() {
        return 1;
    }

    /** Values of points. */
    record Samples(SampleBatch batch) implements LogEntry {
        @Override
        public int count() {
            return batch.size();
        }
    }

    /**
     * Values that come late and on purpose: read from the source's own history after a lost connection, or imported. The history
     * takes them; twins do not, for their state has gone on since.
     */
    record Backfill(SampleBatch batch) implements LogEntry {
        @Override
        public int count() {
            return batch.size();
        }
    }

    /** Holes: these points miss samples. */
    record Gaps(List<Gap> gaps) implements LogEntry {
        public Gaps {
            gaps = List.copyOf(gaps);
        }
    }

    /** The platform's clock, once a second: the only clock that a behaviour sees, so that a replay sees the same one. */
    record Tick(Instant time) implements LogEntry {
    }

    /**
     * A command that somebody else has to approve; if that happens it is issued under the same id, with times of its own.
     *
     * @param command as it was asked for
     * @param because why it needs approval, in words
     */
    record CommandRequested(Command command, String because) implements LogEntry {
    }

    /** A command that was let in. */
    record CommandIssued(Command command) implements LogEntry {
    }

    /**
     * A command has come to another state.
     *
     * @param commandId which command
     * @param state     the new state
     * @param reason    why, in words; empty where the state says all
     * @param time      when
     */
    record CommandMoved(String commandId, CommandState state, String reason, Instant time) implements LogEntry {
    }

    /**
     * An alarm of a twin has been raised or has returned to normal.
     *
     * @param twin     whose alarm
     * @param alarm    its name within the twin
     * @param active   true when raised, false when back to normal
     * @param severity how bad
     * @param message  what is wrong, with numbers and units
     * @param time     source time of the sample that decided
     */
    record AlarmChanged(TwinId twin, String alarm, boolean active, Severity severity, String message, Instant time) implements LogEntry {
    }

    /**
     * Something was done about an alarm.
     *
     * @param source twin; {@code platform} for the platform itself
     * @param alarm  its name within the source
     * @param action what was done
     * @param by     user name; empty where time did it
     * @param reason why
     * @param until  end of a shelf, else null
     * @param time   when
     */
    record AlarmHandled(TwinId source, String alarm, AlarmAction action, String by, String reason, Instant until, Instant time)
            implements LogEntry {
    }

    /** A twin proposes something; with an id that is known already, the proposal is renewed and expires later. */
    record ProposalMade(Proposal proposal) implements LogEntry {
    }

    /**
     * A proposal has come to another state.
     *
     * @param proposalId which proposal
     * @param twin       who proposed it
     * @param key        its key
     * @param state      the new state
     * @param by         user name; {@link org.gemello.api.proposal.Proposals#AUTONOMY}; the twin's id; empty where time or a command did it
     * @param reason     why, in words
     * @param commands   ids of the commands to be given, where it is accepted
     * @param measured   what it brought, where the twin has told so; else null
     * @param time       when
     */
    record ProposalMoved(String proposalId, TwinId twin, String key, ProposalState state, String by, String reason,
                         List<String> commands, Gain measured, Instant time) implements LogEntry {
        public ProposalMoved {
            commands = List.copyOf(commands);
        }
    }

    /** Somebody has put a past value right; the history shows it and keeps the original. */
    record Corrected(Correction correction) implements LogEntry {
    }

    /** Somebody has written a note on a stretch of time. */
    record Annotated(Annotation annotation) implements LogEntry {
    }
}
