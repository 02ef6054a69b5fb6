package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.spi.ProposalDraft;

/**
 * The proposals of one life of a twin as it knows them at its place in the log: so what a call leads to is the same in every replay. For
 * who holds the twin's turn.
 */
final class ProposalShelf {
    /** Most open proposals of a twin. */
    static final int MOST_OPEN = 20;
    private static final int MOST_APPLIED = 200;

    /** A proposal in a state that a later call may refer to: OPEN, ACCEPTED or APPLIED. */
    record Shelved(Proposal proposal, ProposalState state) {
        boolean isOpen() {
            return state == ProposalState.OPEN;
        }
    }

    private final TwinId twin;
    /** Open or accepted, by key. */
    private final Map<String, Shelved> current = new LinkedHashMap<>();
    /** Applied and not measured, by key. */
    private final Map<String, Shelved> applied = new LinkedHashMap<>();

    ProposalShelf(TwinId twin) {
        this.twin = twin;
    }

    /** Puts back what an image has kept. */
    void restore(List<Shelved> kept) {
        kept.forEach(one -> (one.state() == ProposalState.APPLIED ? applied : current).put(one.proposal().key(), one));
    }

    List<Shelved> all() {
        List<Shelved> all = new ArrayList<>(current.values());
        all.addAll(applied.values());
        return all;
    }

    /**
     * What the log is to say about something that the behaviour does.
     *
     * @param cause offset of what it follows from
     * @return null where there are too many open proposals
     */
    List<LogEntry> act(ProposalAct act, long cause) {
        if (act instanceof ProposalAct.Proposed proposed) {
            return propose(proposed.draft(), cause);
        } else if (act instanceof ProposalAct.Withdrawn withdrawn) {
            Shelved own = current.get(withdrawn.key());
            return own == null || !own.isOpen() ? List.of() : List.of(withdraw(own.proposal(), withdrawn.reason(), withdrawn.time()));
        }
        ProposalAct.Measured measured = (ProposalAct.Measured) act;
        Shelved own = applied.remove(measured.key());
        return own == null ? List.of() : List.of(new LogEntry.ProposalMoved(own.proposal().id(), twin, measured.key(), ProposalState.MEASURED,
                twin.value(), measured.text(), List.of(), measured.gain(), measured.time()));
    }

    private List<LogEntry> propose(ProposalDraft draft, long cause) {
        Shelved own = current.get(draft.key());
        if (own != null && !own.isOpen()) {
            return List.of();
        }
        Instant made = Times.instant(draft.sourceTime());
        Instant expires = made.plus(draft.validFor());
        if (own != null && says(own.proposal(), draft)) {
            boolean halfOver = Duration.between(own.proposal().made(), made).compareTo(draft.validFor().dividedBy(2)) > 0;
            return halfOver ? List.of(put(proposal(own.proposal().id(), draft, made, expires))) : List.of();
        }
        if (own == null && open() >= MOST_OPEN) {
            return null;
        }
        List<LogEntry> said = new ArrayList<>();
        if (own != null) {
            said.add(withdraw(own.proposal(), "another one takes its place", made));
        }
        said.add(put(proposal(id(draft.key(), cause), draft, made, expires)));
        return said;
    }

    private long open() {
        return current.values().stream().filter(Shelved::isOpen).count();
    }

    private String id(String key, long cause) {
        return twin + ":" + key + ":" + cause;
    }

    private Proposal proposal(String id, ProposalDraft draft, Instant made, Instant expires) {
        return new Proposal(id, twin, draft.key(), draft.title(), draft.explanation(), draft.gain(), draft.constraints(), draft.commands(), made,
                expires);
    }

    private LogEntry put(Proposal proposal) {
        current.put(proposal.key(), new Shelved(proposal, ProposalState.OPEN));
        return new LogEntry.ProposalMade(proposal);
    }

    private LogEntry withdraw(Proposal proposal, String reason, Instant time) {
        current.remove(proposal.key());
        return new LogEntry.ProposalMoved(proposal.id(), twin, proposal.key(), ProposalState.WITHDRAWN, twin.value(), reason, List.of(), null, time);
    }

    private static boolean says(Proposal proposal, ProposalDraft draft) {
        return proposal.title().equals(draft.title()) && proposal.explanation().equals(draft.explanation()) && proposal.gain().equals(draft.gain())
                && proposal.constraints().equals(draft.constraints()) && proposal.commands().equals(draft.commands())
                && Duration.between(proposal.made(), proposal.expires()).equals(draft.validFor());
    }

    private static boolean saysTheSame(Proposal one, Proposal other) {
        return one.title().equals(other.title()) && one.explanation().equals(other.explanation()) && one.gain().equals(other.gain())
                && one.constraints().equals(other.constraints()) && one.commands().equals(other.commands());
    }

    /** The log says that the version that serves has proposed this: a shadow that proposes the same means the same one. */
    void heard(Proposal made) {
        Shelved own = current.get(made.key());
        if (own != null && own.isOpen() && saysTheSame(own.proposal(), made)) {
            current.put(made.key(), new Shelved(made, ProposalState.OPEN));
        }
    }

    /** Somebody, time or a command has moved a proposal. */
    void moved(LogEntry.ProposalMoved moved) {
        Shelved own = current.get(moved.key());
        if (own == null || !own.proposal().id().equals(moved.proposalId())) {
            return;
        }
        switch (moved.state()) {
            case ACCEPTED -> current.put(moved.key(), new Shelved(own.proposal(), ProposalState.ACCEPTED));
            case APPLIED -> {
                current.remove(moved.key());
                applied.put(moved.key(), new Shelved(own.proposal(), ProposalState.APPLIED));
                if (applied.size() > MOST_APPLIED) {
                    applied.remove(applied.keySet().iterator().next());
                }
            }
            default -> current.remove(moved.key());
        }
    }

    /**
     * What has to be said so that the log says what this life says, after another life has spoken, or after a crash in the middle of a
     * call.
     *
     * @param book  what the log says, to its end
     * @param cause offset of the record with which it is said
     */
    List<LogEntry> reconcile(ProposalBook book, long cause, Instant now) {
        List<LogEntry> said = new ArrayList<>();
        List<Shelved> mine = new ArrayList<>(current.values().stream().filter(Shelved::isOpen).toList());
        for (Proposal told : book.open(twin)) {
            Shelved own = current.get(told.key());
            if (own != null && own.isOpen() && saysTheSame(own.proposal(), told)) {
                current.put(told.key(), new Shelved(told, ProposalState.OPEN));
                mine.remove(own);
            } else {
                said.add(new LogEntry.ProposalMoved(told.id(), twin, told.key(), ProposalState.WITHDRAWN, twin.value(),
                        "the version that serves now does not propose it", List.of(), null, now));
            }
        }
        for (Shelved own : mine) {
            Proposal same = book.find(own.proposal().id()).map(view -> view.proposal()).orElse(null);
            if (same == null || !saysTheSame(same, own.proposal())) {
                Proposal fresh = own.proposal();
                said.add(put(new Proposal(id(fresh.key(), cause), twin, fresh.key(), fresh.title(), fresh.explanation(), fresh.gain(),
                        fresh.constraints(), fresh.commands(), fresh.made(), fresh.expires())));
            }
        }
        return said;
    }
}
