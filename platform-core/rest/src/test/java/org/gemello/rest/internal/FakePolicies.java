package org.gemello.rest.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.Policies;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.Policy.Effect;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.StalePolicyException;
import org.gemello.security.policy.Subjects;

/** Policies in memory. */
final class FakePolicies implements PolicyStore {
    private final Map<String, KeptPolicy> kept = new ConcurrentSkipListMap<>();
    private volatile Policies policies = Policies.NONE;
    private long revision;

    /** For the holders of a role, about whole twins. */
    void add(String id, Effect effect, Role role, Action action, String... twins) {
        add(id, effect, role, action, Globs.of(twins), Globs.NONE, Globs.NONE);
    }

    void add(String id, Effect effect, Role role, Action action, Globs twins, Globs points, Globs commands) {
        put(new Policy(id, effect, new Subjects(Globs.NONE, Set.of(role), Globs.NONE), Set.of(action), twins, points, commands), KeptPolicy.ABSENT,
                new Caller("test", Set.of(Role.ADMINISTRATOR)));
    }

    @Override
    public Policies policies() {
        return policies;
    }

    @Override
    public List<KeptPolicy> list() {
        return List.copyOf(kept.values());
    }

    @Override
    public Optional<KeptPolicy> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized KeptPolicy put(Policy policy, long expected, Caller by) {
        check(policy.id(), expected);
        KeptPolicy next = new KeptPolicy(policy, ++revision, FakePlatform.NOON, by.name());
        kept.put(policy.id(), next);
        renew();
        return next;
    }

    @Override
    public synchronized void remove(String id, long expected, Caller by) {
        check(id, expected);
        kept.remove(id);
        revision++;
        renew();
    }

    private void check(String id, long expected) {
        if (find(id).map(KeptPolicy::revision).orElse(KeptPolicy.ABSENT) != expected) {
            throw new StalePolicyException("another revision is there");
        }
    }

    private void renew() {
        policies = new Policies(kept.values().stream().map(KeptPolicy::policy).toList());
    }
}
