package org.gemello.rest.internal.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.api.Role;
import org.gemello.rest.internal.contract.PolicyActionJson;
import org.gemello.rest.internal.contract.PolicyEffectJson;
import org.gemello.rest.internal.contract.PolicyJson;
import org.gemello.rest.internal.contract.PolicyRequestJson;
import org.gemello.rest.internal.contract.PolicySubjectsJson;
import org.gemello.rest.internal.contract.RoleJson;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.Policy.Effect;
import org.gemello.security.policy.Subjects;

/** Policies as the contract writes them. */
public final class PolicyMapping {
    private PolicyMapping() {
    }

    public static PolicyJson of(KeptPolicy kept) {
        Policy policy = kept.policy();
        Subjects subjects = policy.subjects();
        return new PolicyJson().id(policy.id()).effect(PolicyEffectJson.fromValue(policy.effect().name()))
                .subjects(new PolicySubjectsJson().users(subjects.users().patterns()).keys(subjects.keys().patterns())
                        .roles(new TreeSet<>(subjects.roles()).stream().map(role -> RoleJson.fromValue(role.name())).toList()))
                .actions(new TreeSet<>(policy.actions()).stream().map(action -> PolicyActionJson.fromValue(action.name())).toList())
                .twins(policy.twins().patterns()).points(policy.points().patterns()).commands(policy.commands().patterns())
                .revision(kept.revision()).changed(kept.changed()).by(kept.by());
    }

    /** @throws IllegalArgumentException where it says nothing */
    public static Policy policy(String id, PolicyRequestJson asked) {
        PolicySubjectsJson subjects = asked.getSubjects();
        Set<Role> roles = subjects.getRoles() == null ? Set.of()
                : subjects.getRoles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Policy(id, Effect.valueOf(asked.getEffect().name()), new Subjects(globs(subjects.getUsers()), roles, globs(subjects.getKeys())),
                asked.getActions().stream().map(action -> Action.valueOf(action.name())).collect(Collectors.toSet()),
                globs(asked.getTwins()), globs(asked.getPoints()), globs(asked.getCommands()));
    }

    private static Globs globs(List<String> patterns) {
        return patterns == null ? Globs.NONE : new Globs(patterns);
    }
}
