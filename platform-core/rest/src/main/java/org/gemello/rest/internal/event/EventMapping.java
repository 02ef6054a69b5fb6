package org.gemello.rest.internal.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gemello.api.Gap;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.Alarm;
import org.gemello.api.proposal.Proposal;
import org.gemello.rest.internal.contract.AlarmActionJson;
import org.gemello.rest.internal.contract.AlarmEventJson;
import org.gemello.rest.internal.contract.AlarmHandledEventJson;
import org.gemello.rest.internal.contract.CommandEventJson;
import org.gemello.rest.internal.contract.GapEventJson;
import org.gemello.rest.internal.contract.ProposalEventJson;
import org.gemello.rest.internal.contract.ProposalStateJson;
import org.gemello.rest.internal.contract.SampleJson;
import org.gemello.rest.internal.mapping.CommandMapping;
import org.gemello.rest.internal.mapping.SampleMapping;
import org.gemello.rest.internal.mapping.Texts;
import org.gemello.rest.internal.mapping.TwinMapping;

/** What of a log record one client is told. */
final class EventMapping {
    private final EventScope scope;
    private final Function<String, Optional<TwinId>> twinOfCommand;

    /** One thing to tell: the name of the event and its data. */
    record Event(String name, Object data) {
    }

    /**
     * @param scope         what the client wants to hear of and may see
     * @param twinOfCommand finds the twin of a command, whose later records do not name it
     */
    EventMapping(EventScope scope, Function<String, Optional<TwinId>> twinOfCommand) {
        this.scope = scope;
        this.twinOfCommand = twinOfCommand;
    }

    /**
     * @param from items before this offset have been told already: a client may come back in the middle of a batch
     * @return empty where there is nothing in it for this client
     */
    Optional<Event> event(LogRecord record, long from) {
        LogEntry entry = record.entry();
        if (entry instanceof LogEntry.Samples samples) {
            return samples(record, samples.batch(), from);
        } else if (entry instanceof LogEntry.Gaps gaps) {
            return gaps(record, gaps.gaps());
        } else if (entry instanceof LogEntry.CommandRequested requested) {
            Command command = requested.command();
            return command(record, Optional.of(command.twin()), new CommandEventJson().commandId(command.id())
                    .state(CommandMapping.of(CommandState.WAITING)).reason(requested.because()).time(command.issued()));
        } else if (entry instanceof LogEntry.CommandIssued issued) {
            Command command = issued.command();
            return command(record, Optional.of(command.twin()), new CommandEventJson().commandId(command.id())
                    .state(CommandMapping.of(CommandState.ACCEPTED)).time(command.issued()));
        } else if (entry instanceof LogEntry.CommandMoved moved) {
            return command(record, twinOfCommand.apply(moved.commandId()), new CommandEventJson().commandId(moved.commandId())
                    .state(CommandMapping.of(moved.state())).reason(Texts.orAbsent(moved.reason())).time(moved.time()));
        } else if (entry instanceof LogEntry.AlarmChanged alarm) {
            return alarm(record, alarm);
        } else if (entry instanceof LogEntry.AlarmHandled handled) {
            return handled(record, handled);
        } else if (entry instanceof LogEntry.ProposalMade made) {
            Proposal proposal = made.proposal();
            return proposal(record, proposal.twin(), new ProposalEventJson().proposalId(proposal.id()).key(proposal.key())
                    .state(ProposalStateJson.OPEN).by(proposal.twin().value()).time(proposal.made()));
        } else if (entry instanceof LogEntry.ProposalMoved moved) {
            return proposal(record, moved.twin(), new ProposalEventJson().proposalId(moved.proposalId()).key(moved.key())
                    .state(ProposalStateJson.fromValue(moved.state().name())).by(Texts.orAbsent(moved.by()))
                    .reason(Texts.orAbsent(moved.reason())).time(moved.time()));
        }
        return Optional.empty();
    }

    private boolean wants(EventKind kind, TwinId twin) {
        return scope.has(kind) && scope.has(twin);
    }

    private Optional<Event> samples(LogRecord record, SampleBatch batch, long from) {
        List<SampleJson> rows = new ArrayList<>();
        for (int row = 0; row < batch.size() && scope.has(EventKind.SAMPLES); row++) {
            if (record.offset() + row >= from && scope.has(batch.points(), batch.handle(row))) {
                rows.add(SampleMapping.of(batch.sample(row, record.trace())).offset(record.offset() + row));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Event("samples", rows));
    }

    private Optional<Event> gaps(LogRecord record, List<Gap> gaps) {
        var wanted = gaps.stream().filter(gap -> scope.has(EventKind.GAPS) && scope.has(gap.definition().id())).map(SampleMapping::of).toList();
        return wanted.isEmpty() ? Optional.empty()
                : Optional.of(new Event("gap", new GapEventJson().gaps(wanted).offset(record.offset()).traceId(record.trace().toString())));
    }

    private Optional<Event> command(LogRecord record, Optional<TwinId> twin, CommandEventJson event) {
        if (!scope.has(EventKind.COMMANDS) || !twin.map(scope::has).orElse(scope.isWhole())) {
            return Optional.empty();
        }
        return Optional.of(new Event("command", event.twin(twin.map(TwinId::value).orElse(null)).offset(record.offset())
                .traceId(record.trace().toString())));
    }

    private Optional<Event> alarm(LogRecord record, LogEntry.AlarmChanged changed) {
        Alarm alarm = new Alarm(changed.alarm(), changed.active(), changed.severity(), changed.message(), changed.time());
        return !wants(EventKind.ALARMS, changed.twin()) ? Optional.empty() : Optional.of(new Event("alarm", new AlarmEventJson().twin(changed.twin().value())
                .alarm(TwinMapping.of(alarm)).offset(record.offset()).traceId(record.trace().toString())));
    }

    private Optional<Event> handled(LogRecord record, LogEntry.AlarmHandled handled) {
        return !wants(EventKind.ALARMS, handled.source()) ? Optional.empty() : Optional.of(new Event("alarm-handled", new AlarmHandledEventJson()
                .source(handled.source().value()).alarm(handled.alarm())
                .action(AlarmActionJson.fromValue(handled.action().name())).by(Texts.orAbsent(handled.by()))
                .reason(Texts.orAbsent(handled.reason())).until(handled.until()).time(handled.time()).offset(record.offset())
                .traceId(record.trace().toString())));
    }

    private Optional<Event> proposal(LogRecord record, TwinId twin, ProposalEventJson event) {
        return !wants(EventKind.PROPOSALS, twin) ? Optional.empty() : Optional.of(new Event("proposal", event.twin(twin.value()).offset(record.offset())
                .traceId(record.trace().toString())));
    }
}
