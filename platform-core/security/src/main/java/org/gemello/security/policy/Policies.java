package org.gemello.security.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gemello.security.policy.Policy.Effect;

/**
 * All policies as of one moment. Unchangeable, and the same whatever order they were given in. They speak of twins and of nothing else:
 * who may change policies follows from the role alone, so that no policy can keep the administrators from mending it.
 */
public final class Policies {
    public static final Policies NONE = new Policies(List.of());
    private final List<Policy> policies;

    public Policies(Collection<Policy> policies) {
        this.policies = policies.stream().sorted(Comparator.comparing(Policy::id)).toList();
    }

    /** By id. */
    public List<Policy> all() {
        return policies;
    }

    /** Those that speak of somebody; what they decide about that one is what all of them do. */
    public Policies of(Who who) {
        return new Policies(policies.stream().filter(policy -> policy.subjects().include(who)).toList());
    }

    /** Whether somebody may do something with every target there is, as far as it can be known without looking at each. */
    boolean allowsAll(Who who, Action action) {
        return who.twins().equals(Globs.ALL) && who.caller().may(action.role()) && policies.stream().noneMatch(policy ->
                policy.effect() == Effect.DENY && policy.actions().contains(action) && policy.subjects().include(who));
    }

    /**
     * Decides: nothing beyond the twins of a key; then a policy that denies, then one that allows, and where none speaks of it, the role. What is
     * allowed may then still need somebody else's approval.
     */
    public Decision decide(Who who, Action action, Target target) {
        if (!who.twins().matches(target.twin().value())) {
            return Decision.denied("the key is not for twin '" + target.twin() + "'");
        }
        Optional<Policy> denying = first(Effect.DENY, who, action, target);
        if (denying.isPresent()) {
            return Decision.denied("denied by policy '" + denying.get().id() + "'");
        }
        Decision decision = who.caller().may(action.role()) ? Decision.allowed("role " + action.role())
                : first(Effect.ALLOW, who, action, target).map(policy -> Decision.allowed("allowed by policy '" + policy.id() + "'"))
                        .orElseGet(() -> Decision.denied("this needs the role " + action.role()));
        return !decision.allowed() ? decision : first(Effect.REQUIRE_APPROVAL, who, action, target)
                .map(policy -> new Decision(true, true, "policy '" + policy.id() + "' wants somebody else's approval")).orElse(decision);
    }

    private Optional<Policy> first(Effect effect, Who who, Action action, Target target) {
        for (Policy policy : policies) {
            if (policy.effect() == effect && policy.concerns(action, target) && policy.subjects().include(who)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
