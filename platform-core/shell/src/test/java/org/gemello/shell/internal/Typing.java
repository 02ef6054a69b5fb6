package org.gemello.shell.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gemello.api.Role;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.UserStore;
import org.gemello.security.UserView;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Policies;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.Policy.Effect;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.Subjects;

/** Somebody at the shell: {@code olga}, an administrator, {@code otto}, who is one no more, or another name; and what was written of them. */
final class Typing {
    final List<AuditEvent> events = new ArrayList<>();
    final Audit audit = events::add;
    private final List<Policy> policies = new ArrayList<>();

    /** A policy against whoever holds the role of an administrator. */
    Typing denied(Action action, Globs twins, Globs points, Globs commands) {
        return saying(Effect.DENY, action, twins, points, commands);
    }

    Typing saying(Effect effect, Action action, Globs twins, Globs points, Globs commands) {
        policies.add(new Policy("p" + policies.size(), effect, new Subjects(Globs.NONE, Set.of(Role.ADMINISTRATOR), Globs.NONE), Set.of(action),
                twins, points, commands));
        return this;
    }

    Typing denied(Action action, String... twins) {
        return denied(action, Globs.of(twins), Globs.NONE, Globs.NONE);
    }

    ShellPermits permits() {
        return permits("olga");
    }

    ShellPermits permits(String name) {
        Policies now = new Policies(policies);
        List<UserView> users = List.of(new UserView("olga", Set.of(Role.ADMINISTRATOR), false), new UserView("otto", Set.of(Role.VIEWER), false));
        return new ShellPermits(answering(PolicyStore.class, "policies", now), answering(UserStore.class, "users", users), audit, () -> name);
    }

    /** A service of which one method is asked. */
    static <T> T answering(Class<T> type, String question, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals(question)) {
                return answer;
            }
            throw new UnsupportedOperationException("nobody asks for " + method.getName());
        }));
    }
}
