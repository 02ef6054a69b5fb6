package org.gemello.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.Policies;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.StalePolicyException;

/** Policies in a file. */
class FilePolicies implements PolicyStore {
    static final int MOST = 1_000;
    private final PolicyFile file;
    private final Audit audit;
    private final Clock clock;
    private volatile State state;

    /** What is on disk, and the same as it decides. */
    private record State(long revision, Map<String, KeptPolicy> kept, Policies policies) {
        static State of(long revision, Map<String, KeptPolicy> kept) {
            return new State(revision, Map.copyOf(kept), new Policies(kept.values().stream().map(KeptPolicy::policy).toList()));
        }
    }

    FilePolicies(Path folder, Audit audit, Clock clock) throws IOException {
        this.file = new PolicyFile(folder);
        this.audit = audit;
        this.clock = clock;
        PolicyFile.Content content = file.read();
        this.state = State.of(content.revision(), content.policies());
    }

    @Override
    public Policies policies() {
        return state.policies();
    }

    @Override
    public List<KeptPolicy> list() {
        return new TreeMap<>(state.kept()).values().stream().toList();
    }

    @Override
    public Optional<KeptPolicy> find(String id) {
        return Optional.ofNullable(state.kept().get(id));
    }

    @Override
    public synchronized KeptPolicy put(Policy policy, long expected, Caller by) {
        checkRevision(policy.id(), expected);
        if (expected == KeptPolicy.ABSENT && state.kept().size() >= MOST) {
            throw new IllegalArgumentException("there are " + MOST + " policies already; remove those that nobody needs");
        }
        KeptPolicy kept = new KeptPolicy(policy, state.revision() + 1, clock.instant().truncatedTo(ChronoUnit.SECONDS), by.name());
        Map<String, KeptPolicy> next = new TreeMap<>(state.kept());
        next.put(policy.id(), kept);
        change("policy.put", policy.id(), PolicyFile.format(policy), next, by);
        return kept;
    }

    @Override
    public synchronized void remove(String id, long expected, Caller by) {
        checkRevision(id, expected);
        Map<String, KeptPolicy> next = new TreeMap<>(state.kept());
        KeptPolicy gone = next.remove(id);
        if (gone != null) {
            change("policy.remove", id, PolicyFile.format(gone.policy()), next, by);
        }
    }

    private void checkRevision(String id, long expected) {
        long present = find(id).map(KeptPolicy::revision).orElse(KeptPolicy.ABSENT);
        if (present != expected) {
            throw new StalePolicyException("policy '" + id + "' " + (present == KeptPolicy.ABSENT ? "is not there"
                    : "has revision " + present + " by now") + "; read it again");
        }
    }

    private void change(String action, String id, String text, Map<String, KeptPolicy> next, Caller by) {
        boolean may = by.may(Role.ADMINISTRATOR);
        audit.record(new AuditEvent(by.name(), action, id, may ? Outcome.ALLOWED : Outcome.REFUSED, may ? text : "needs role " + Role.ADMINISTRATOR,
                TraceId.NONE));
        if (!may) {
            throw new SecurityException(action + " of '" + id + "' needs role " + Role.ADMINISTRATOR);
        }
        try {
            file.write(state.revision() + 1, next.values());
        } catch (IOException e) {
            audit.record(new AuditEvent(by.name(), action, id, Outcome.FAILED, e.toString(), TraceId.NONE));
            throw new UncheckedIOException("the file of policies cannot be written; nothing was changed", e);
        }
        state = State.of(state.revision() + 1, next);
    }
}
