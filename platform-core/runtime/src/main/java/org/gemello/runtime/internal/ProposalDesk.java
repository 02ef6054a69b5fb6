package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.audit.AuditTrail;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalNotOpenException;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people, and the platform in their place, decide about proposals. Every decision is in the audit log before it is done. */
final class ProposalDesk implements Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalDesk.class);
    private static final Caller PLATFORM = new Caller(AUTONOMY, Set.of(Role.OPERATOR));
    private static final int STORE_PATIENCE = 5;
    private final Map<TwinId, TwinCell> cells;
    private final CommandDesk commands;
    private final ProposalVoice voice;
    private final ProposalCarrier carrier;
    private final Supplier<AuditTrail> audit;
    /** Why the platform has not accepted something on its own, by proposal: said once. */
    private final Map<String, String> held = new ConcurrentHashMap<>();

    ProposalDesk(Map<TwinId, TwinCell> cells, CommandDesk commands, ProposalVoice voice, ProposalCarrier carrier, Supplier<AuditTrail> audit) {
        this.cells = cells;
        this.commands = commands;
        this.voice = voice;
        this.carrier = carrier;
        this.audit = audit;
    }

    @Override
    public Optional<ProposalView> proposal(String id) {
        return voice.book().find(id);
    }

    @Override
    public List<ProposalView> proposals(TwinId twin, int limit) {
        return voice.book().newest(twin, limit);
    }

    @Override
    public List<ProposalView> proposals(int limit) {
        return voice.book().newest(null, limit);
    }

    @Override
    public ProposalView accept(String id, String reason, Caller caller) {
        ProposalView view = open(id, "proposal.accept", caller);
        Proposal proposal = view.proposal();
        Optional<String> objection = objection(proposal, caller);
        if (objection.isPresent()) {
            trail().refused(caller.name(), "proposal.accept", id, objection.get(), view.trace());
            throw new ProposalNotOpenException(objection.get());
        }
        trail().allowed(caller.name(), "proposal.accept", id, words(proposal) + (reason.isBlank() ? "" : ": " + reason), view.trace());
        List<String> ids = proposal.commands().stream().map(command -> UUID.randomUUID().toString()).toList();
        decide(view, ProposalState.ACCEPTED, caller, reason, ids);
        carrier.carryOut(id, caller);
        return voice.book().find(id).orElseThrow();
    }

    @Override
    public ProposalView decline(String id, String reason, Caller caller) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("say why it is declined: the twin and the next shift want to know");
        }
        ProposalView view = open(id, "proposal.decline", caller);
        trail().allowed(caller.name(), "proposal.decline", id, reason, view.trace());
        decide(view, ProposalState.DECLINED, caller, reason, List.of());
        return voice.book().find(id).orElseThrow();
    }

    private AuditTrail trail() {
        AuditTrail trail = audit.get();
        if (trail == null) {
            throw new IllegalStateException("there is no audit log, so nothing can be decided; see the health of the platform");
        }
        return trail;
    }

    private ProposalView open(String id, String action, Caller caller) {
        ProposalView view = voice.book().find(id).orElseThrow(() -> new NoSuchElementException("no proposal '" + id + "'"));
        if (!caller.may(Role.OPERATOR)) {
            String why = "user " + caller.name() + " lacks the role operator";
            trail().refused(caller.name(), action, id, why, view.trace());
            throw new SecurityException(why);
        }
        if (view.state() != ProposalState.OPEN) {
            throw notOpen(view);
        }
        return view;
    }

    private static ProposalNotOpenException notOpen(ProposalView view) {
        return new ProposalNotOpenException("the proposal is not open any more: " + view.state() + (view.reason().isEmpty() ? "" : ", " + view.reason()));
    }

    private void decide(ProposalView view, ProposalState state, Caller caller, String reason, List<String> commandIds) {
        Proposal proposal = view.proposal();
        Future<Long> stored = voice.say(new LogEntry.ProposalMoved(proposal.id(), proposal.twin(), proposal.key(), state, caller.name(), reason,
                commandIds, null, Instant.now()), view.trace(), LogRecord.FROM_OUTSIDE);
        try {
            if (stored.get(STORE_PATIENCE, TimeUnit.SECONDS) < 0) {
                throw notOpen(voice.book().find(proposal.id()).orElse(view));
            }
        } catch (ExecutionException | TimeoutException e) {
            voice.book().restore(view);
            throw new LogUnavailableException("the log does not take the decision, so it is not taken: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("the platform is stopping", e);
        }
    }

    private static String words(Proposal proposal) {
        return proposal.title() + ", " + proposal.commands().size() + " commands";
    }

    /** Why a proposal that is open cannot be accepted now. */
    private Optional<String> objection(Proposal proposal, Caller caller) {
        TwinCell cell = cells.get(proposal.twin());
        if (cell == null) {
            return Optional.of("twin " + proposal.twin() + " is no longer on this site");
        }
        TwinView twin = cell.view();
        if (twin.status() != TwinStatus.RUNNING) {
            return Optional.of("twin " + proposal.twin() + (twin.status() == TwinStatus.PARKED ? " is parked (" + twin.reason() + ")"
                    : " is reading what it has missed") + ", so nobody knows whether it still proposes this");
        }
        if (!Instant.now().isBefore(proposal.expires())) {
            return Optional.of("it has expired at " + proposal.expires());
        }
        Set<String> lanes = new HashSet<>();
        // a later command of the same name to the same twin is judged when it is given: those before it change what it is held against
        return proposal.commands().stream().filter(command -> lanes.add(command.twin() + " " + command.command()))
                .flatMap(command -> objection(command, caller).stream()).findFirst();
    }

    private Optional<String> objection(ProposedCommand command, Caller caller) {
        return commands.objection(new CommandRequest(command.twin(), command.command(), command.arguments(), ProposalCarrier.TIME_TO_LIVE,
                TraceId.NONE), caller).map(why -> "command " + command.command() + " to " + command.twin() + " would be refused: " + why);
    }

    /** The platform's clock: ends what has expired, and accepts what the site lets the platform accept. */
    void tick(Instant now) {
        voice.look();
        for (ProposalView view : voice.book().in(ProposalState.OPEN)) {
            Proposal proposal = view.proposal();
            if (!now.isBefore(proposal.expires())) {
                voice.say(new LogEntry.ProposalMoved(proposal.id(), proposal.twin(), proposal.key(), ProposalState.EXPIRED, "",
                        "nobody decided until " + proposal.expires(), List.of(), null, now), view.trace(), LogRecord.FROM_OUTSIDE);
            } else if (accepts(proposal)) {
                acceptAlone(proposal);
            }
        }
        held.keySet().removeIf(id -> voice.book().find(id).filter(view -> view.state() == ProposalState.OPEN).isEmpty());
    }

    /** Withdraws what a twin that has left has proposed; what was accepted is carried out. */
    void close(TwinId twin, String why) {
        voice.book().in(ProposalState.OPEN).stream().filter(view -> view.proposal().twin().equals(twin))
                .forEach(view -> voice.say(new LogEntry.ProposalMoved(view.proposal().id(), twin, view.proposal().key(), ProposalState.WITHDRAWN, "", why,
                        List.of(), null, Instant.now()), view.trace(), LogRecord.FROM_OUTSIDE));
    }

    private boolean accepts(Proposal proposal) {
        TwinCell cell = cells.get(proposal.twin());
        return cell != null && cell.definition().accept().contains(proposal.key());
    }

    private void acceptAlone(Proposal proposal) {
        Optional<String> objection = objection(proposal, PLATFORM);
        if (objection.isPresent()) {
            if (held.put(proposal.id(), objection.get()) == null) {
                LOG.info("proposal {} is not accepted by the platform now: {}", proposal.id(), objection.get());
            }
            return;
        }
        try {
            accept(proposal.id(), "the site lets the platform accept '" + proposal.key() + "' of " + proposal.twin(), PLATFORM);
        } catch (RuntimeException e) {
            LOG.warn("proposal {} could not be accepted by the platform: {}", proposal.id(), e.toString());
        }
    }
}
