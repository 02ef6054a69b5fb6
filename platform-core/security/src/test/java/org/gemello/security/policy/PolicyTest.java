package org.gemello.security.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.gemello.api.Caller;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final TwinId TURBINE = new TwinId("wt-01");
    private static final Who VENDOR = Who.of(new Caller("acme", Set.of(Role.VENDOR)));
    private static final Who VIEWER = Who.of(new Caller("eva", Set.of(Role.VIEWER)));

    private static Policy policy(String id, Effect effect, Role role, Set<Action> actions, Globs points, Globs commands) {
        return new Policy(id, effect, new Subjects(Globs.NONE, Set.of(role), Globs.NONE), actions, Globs.of("wt-*"), points, commands);
    }

    private static Sight sight(Who who, Policy... policies) {
        Policies all = new Policies(List.of(policies));
        return new Sight(() -> all, who);
    }

    @Test
    void aVendorSeesWhatAPolicyAllowsAndNothingElse() {
        Sight blind = sight(VENDOR);
        assertThat(blind.seesAll()).isFalse();
        assertThat(blind.sees(TURBINE)).isFalse();

        Sight sight = sight(VENDOR, policy("acme", Effect.ALLOW, Role.VENDOR, Set.of(Action.READ), Globs.of("WTUR.*"), Globs.NONE));
        assertThat(sight.sees(TURBINE)).as("the twin that the point is in").isTrue();
        assertThat(sight.sees(PointId.parse("wt-01/WTUR.W"))).isTrue();
        assertThat(sight.sees(PointId.parse("wt-01/WGEN.W"))).isFalse();
        assertThat(sight.sees(PointId.parse("farm/WTUR.W"))).isFalse();
        assertThat(sight.may(Action.COMMAND, Target.command(TURBINE, "stop")).allowed()).isFalse();
    }

    @Test
    void toDenyAPointLeavesTheTwin() {
        Sight sight = sight(VIEWER, policy("secret", Effect.DENY, Role.VIEWER, Set.of(Action.READ), Globs.of("WTUR.W"), Globs.NONE));
        assertThat(sight.sees(TURBINE)).isTrue();
        assertThat(sight.sees(PointId.parse("wt-01/WTUR.W"))).isFalse();
        assertThat(sight.sees(PointId.parse("wt-01/WGEN.W"))).isTrue();
    }

    @Test
    void aPointOfAHiddenTwinIsHiddenThoughAPolicyAllowsIt() {
        Sight sight = sight(VIEWER, policy("hidden", Effect.DENY, Role.VIEWER, Set.of(Action.READ), Globs.NONE, Globs.NONE),
                policy("shown", Effect.ALLOW, Role.VIEWER, Set.of(Action.READ), Globs.ALL, Globs.NONE));
        assertThat(sight.sees(TURBINE)).isFalse();
        assertThat(sight.sees(PointId.parse("wt-01/WTUR.W"))).isFalse();
    }

    @Test
    void oneCommandCanBeAllowedAndOneDeniedAndTheReasonNamesThePolicy() {
        Sight viewer = sight(VIEWER, policy("stop-it", Effect.ALLOW, Role.VIEWER, Set.of(Action.COMMAND), Globs.NONE, Globs.of("stop")));
        assertThat(viewer.may(Action.COMMAND, Target.command(TURBINE, "stop"))).isEqualTo(new Decision(true, false, "allowed by policy 'stop-it'"));
        assertThat(viewer.may(Action.COMMAND, Target.command(TURBINE, "start"))).isEqualTo(new Decision(false, false, "this needs the role OPERATOR"));
        Sight operator = sight(Who.of(new Caller("olga", Set.of(Role.OPERATOR))),
                policy("no-limit", Effect.DENY, Role.OPERATOR, Set.of(Action.COMMAND), Globs.NONE, Globs.of("set-*")));
        assertThat(operator.may(Action.COMMAND, Target.command(TURBINE, "stop")).allowed()).isTrue();
        assertThat(operator.may(Action.COMMAND, Target.command(TURBINE, "set-limit")).because()).isEqualTo("denied by policy 'no-limit'");
    }

    @Test
    void sightFollowsThePolicies() {
        AtomicReference<Policies> policies = new AtomicReference<>(Policies.NONE);
        Sight sight = new Sight(policies::get, VIEWER);
        assertThat(sight.seesAll()).isTrue();
        policies.set(new Policies(List.of(policy("hidden", Effect.DENY, Role.VIEWER, Set.of(Action.READ), Globs.NONE, Globs.NONE))));
        assertThat(sight.seesAll()).isFalse();
        assertThat(sight.sees(TURBINE)).isFalse();
        assertThat(sight.sees(new TwinId("farm"))).isTrue();
    }

    @Test
    void refusesWhatSaysNothing() {
        Subjects all = new Subjects(Globs.ALL, Set.of(), Globs.NONE);
        assertThatThrownBy(() -> new Subjects(Globs.NONE, Set.of(), Globs.NONE)).hasMessageContaining("needs users, roles or keys");
        assertThatThrownBy(() -> new Policy("p", Effect.DENY, all, Set.of(), Globs.ALL, Globs.NONE, Globs.NONE)).hasMessageContaining("an action");
        assertThatThrownBy(() -> new Policy("p", Effect.DENY, all, Set.of(Action.READ), Globs.NONE, Globs.NONE, Globs.NONE)).hasMessageContaining("twins");
        assertThatThrownBy(() -> new Policy("P", Effect.DENY, all, Set.of(Action.READ), Globs.ALL, Globs.NONE, Globs.NONE)).hasMessageContaining("id");
    }
}
