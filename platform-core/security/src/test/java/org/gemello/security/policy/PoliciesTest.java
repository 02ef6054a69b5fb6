package org.gemello.security.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.security.policy.Policy.Effect;

/** What must hold whatever the policies are. Names are few, so that policies, callers and targets meet often. */
class PoliciesTest {
    private static final Globs NOBODY = Globs.NONE;

    @Property
    void whatDeniesWinsOverWhateverAllows(@ForAll("policies") List<Policy> policies, @ForAll("who") Who who, @ForAll Action action,
                                     @ForAll("target") Target target) {
        boolean denied = policies.stream().anyMatch(policy -> policy.effect() == Effect.DENY && policy.subjects().include(who)
                && policy.concerns(action, target));
        Decision decision = new Policies(policies).decide(who, action, target);
        if (denied) {
            assertThat(decision.allowed()).isFalse();
        }
    }

    @Property
    void withoutAPolicyTheRoleDecides(@ForAll("policies") List<Policy> policies, @ForAll("caller") Caller caller, @ForAll Action action,
                                      @ForAll("target") Target target) {
        Who who = Who.of(caller);
        List<Policy> ofOthers = policies.stream().filter(policy -> !policy.subjects().include(who) || !policy.concerns(action, target)).toList();
        assertThat(new Policies(ofOthers).decide(who, action, target).allowed()).isEqualTo(caller.may(action.role()));
        assertThat(Policies.NONE.decide(who, action, target).allowed()).isEqualTo(caller.may(action.role()));
    }

    @Property
    void toDenyMoreNeverWidens(@ForAll("policies") List<Policy> policies, @ForAll("policy") Policy more, @ForAll("who") Who who,
                               @ForAll Action action, @ForAll("target") Target target) {
        List<Policy> stricter = new ArrayList<>(policies);
        stricter.add(with("more", Effect.DENY, more));
        if (new Policies(stricter).decide(who, action, target).allowed()) {
            assertThat(new Policies(policies).decide(who, action, target).allowed()).isTrue();
        }
    }

    @Property
    void toAllowMoreNeverNarrows(@ForAll("policies") List<Policy> policies, @ForAll("policy") Policy more, @ForAll("who") Who who,
                                 @ForAll Action action, @ForAll("target") Target target) {
        List<Policy> wider = new ArrayList<>(policies);
        wider.add(with("more", Effect.ALLOW, more));
        if (new Policies(policies).decide(who, action, target).allowed()) {
            assertThat(new Policies(wider).decide(who, action, target).allowed()).isTrue();
        }
    }

    @Property
    void orderDoesNotMatter(@ForAll("policies") List<Policy> policies, @ForAll Random random, @ForAll("who") Who who, @ForAll Action action,
                            @ForAll("target") Target target) {
        List<Policy> shuffled = new ArrayList<>(policies);
        Collections.shuffle(shuffled, random);
        assertThat(new Policies(shuffled).decide(who, action, target)).isEqualTo(new Policies(policies).decide(who, action, target));
    }

    @Property
    void aKeyNeverGoesBeyondItsTwins(@ForAll("policies") List<Policy> policies, @ForAll("who") Who who, @ForAll Action action,
                                     @ForAll("target") Target target) {
        if (!who.twins().matches(target.twin().value())) {
            assertThat(new Policies(policies).decide(who, action, target).allowed()).isFalse();
        }
    }

    @Property
    void thePoliciesOfSomebodyDecideAsAllOfThem(@ForAll("policies") List<Policy> policies, @ForAll("who") Who who, @ForAll Action action,
                                                @ForAll("target") Target target) {
        Policies all = new Policies(policies);
        assertThat(all.of(who).decide(who, action, target)).isEqualTo(all.decide(who, action, target));
    }

    @Property
    void whoSeesAllSeesEach(@ForAll("policies") List<Policy> policies, @ForAll("who") Who who, @ForAll("target") Target target) {
        Policies all = new Policies(policies);
        Sight sight = new Sight(() -> all, who);
        assertThat(sight.sees(target.twin())).isEqualTo(all.decide(who, Action.READ, Target.of(target.twin())).allowed());
        if (sight.seesAll()) {
            assertThat(all.decide(who, Action.READ, target).allowed()).isTrue();
        }
        for (Action action : Action.values()) {
            if (sight.mayWithAll(action)) {
                assertThat(sight.may(action, target).allowed()).isTrue();
            }
        }
    }

    @Property
    void noPolicySpeaksOfAdministratorsByARoleBelowTheirs(@ForAll("policies") List<Policy> policies, @ForAll Action action,
                                                          @ForAll("target") Target target) {
        List<Policy> others = policies.stream().map(policy -> new Policy(policy.id(), policy.effect(),
                new Subjects(NOBODY, Set.of(Role.VIEWER, Role.OPERATOR, Role.ENGINEER, Role.VENDOR), NOBODY), policy.actions(), policy.twins(),
                policy.points(), policy.commands())).toList();
        Who admin = Who.of(new Caller("admin", Set.of(Role.ADMINISTRATOR)));
        assertThat(new Policies(others).decide(admin, action, target).allowed()).isTrue();
    }

    @Property
    void toAskForApprovalNeverAllowsNorDenies(@ForAll("policies") List<Policy> policies, @ForAll("policy") Policy more, @ForAll("who") Who who,
                                              @ForAll Action action, @ForAll("target") Target target) {
        Decision before = new Policies(policies).decide(who, action, target);
        List<Policy> careful = new ArrayList<>(policies);
        Policy asks = with("more", Effect.REQUIRE_APPROVAL, more);
        careful.add(asks);
        Decision after = new Policies(careful).decide(who, action, target);
        assertThat(after.allowed()).isEqualTo(before.allowed());
        boolean asked = asks.subjects().include(who) && asks.concerns(action, target);
        assertThat(after.approval()).isEqualTo(before.approval() || before.allowed() && asked);
    }

    @Property
    void onlyCommandsThatAreAllowedWaitForApproval(@ForAll("policies") List<Policy> policies, @ForAll("who") Who who, @ForAll Action action,
                                                   @ForAll("target") Target target) {
        Decision decision = new Policies(policies).decide(who, action, target);
        if (decision.approval()) {
            assertThat(decision.allowed()).isTrue();
            assertThat(action).isEqualTo(Action.COMMAND);
        }
    }

    private static Policy with(String id, Effect effect, Policy policy) {
        Set<Action> actions = effect == Effect.REQUIRE_APPROVAL ? Set.of(Action.COMMAND) : policy.actions();
        return new Policy(id, effect, policy.subjects(), actions, policy.twins(), policy.points(), policy.commands());
    }

    @Provide
    Arbitrary<Caller> caller() {
        return Combinators.combine(Arbitraries.of("eva", "max", "key:eva", "key:robot"), Arbitraries.of(Role.class).set().ofMaxSize(2)).as(Caller::new);
    }

    @Provide
    Arbitrary<Who> who() {
        return Combinators.combine(caller(), Arbitraries.of(Globs.ALL, Globs.ALL, Globs.of("wt-*"), Globs.of("*", "!wt-02"))).as(Who::new);
    }

    @Provide
    Arbitrary<Target> target() {
        Arbitrary<String> part = Arbitraries.of("a", "b", "set-limit").injectNull(0.4);
        return Combinators.combine(Arbitraries.of("wt-01", "wt-02", "farm").map(TwinId::new), part, Arbitraries.of(true, false))
                .as((twin, name, point) -> new Target(twin, point ? name : null, point ? null : name));
    }

    @Provide
    Arbitrary<List<Policy>> policies() {
        return policy().list().ofMaxSize(6).map(list -> {
            List<Policy> named = new ArrayList<>();
            for (Policy policy : list) {
                named.add(with("p" + named.size(), policy.effect(), policy));
            }
            return named;
        });
    }

    @Provide
    Arbitrary<Policy> policy() {
        Arbitrary<Globs> names = Arbitraries.of(NOBODY, Globs.ALL, Globs.of("eva"), Globs.of("*", "!max"));
        Arbitrary<Subjects> subjects = Combinators.combine(names, Arbitraries.of(Role.class).set().ofMaxSize(2), names)
                .filter((users, roles, keys) -> !users.isEmpty() || !roles.isEmpty() || !keys.isEmpty()).as(Subjects::new);
        Arbitrary<Globs> twins = Arbitraries.of(Globs.ALL, Globs.of("wt-*"), Globs.of("wt-0?", "!wt-01"), Globs.of("farm"));
        Arbitrary<Globs> parts = Arbitraries.of(NOBODY, NOBODY, Globs.ALL, Globs.of("a"), Globs.of("set-*"));
        return Combinators.combine(Arbitraries.of(Effect.class), subjects, Arbitraries.of(Action.class).set().ofMinSize(1), twins, parts, parts)
                .as((effect, who, actions, which, points, commands) -> with("p", effect, new Policy("p", Effect.ALLOW, who, actions, which, points, commands)));
    }
}
