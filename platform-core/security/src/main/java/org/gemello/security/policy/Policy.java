package org.gemello.security.policy;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Allows somebody more than the roles do, denies what they would allow, or has it approved by somebody else. With points it speaks of these points alone, with commands of
 * these commands alone, with both of both; with neither of the twins as a whole, and of everything in them.
 *
 * @param id       1 to 64 lower-case letters, digits, {@code .}, {@code _}, {@code -}; the first is a letter or digit
 * @param subjects whom it is for
 * @param actions  what it is about
 * @param twins    which twins, by id
 * @param points   which of their points, by name
 * @param commands which of their commands, by name
 */
public record Policy(String id, Effect effect, Subjects subjects, Set<Action> actions, Globs twins, Globs points, Globs commands) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** What a policy does. */
    public enum Effect {
        ALLOW,
        DENY,
        /** What is allowed otherwise waits until somebody else has approved it; of commands alone. */
        REQUIRE_APPROVAL
    }

    /** @throws IllegalArgumentException where the id has another form, or there is no action or no twin */
    public Policy {
        actions = Set.copyOf(actions);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("policy id '" + id + "' is not of the form " + ID.pattern());
        } else if (actions.isEmpty()) {
            throw new IllegalArgumentException("policy '" + id + "' needs an action");
        } else if (twins.isEmpty()) {
            throw new IllegalArgumentException("policy '" + id + "' needs twins; '*' is all of them");
        } else if (effect == Effect.REQUIRE_APPROVAL && !actions.equals(Set.of(Action.COMMAND))) {
            throw new IllegalArgumentException("policy '" + id + "' asks for approval, which there is for the action COMMAND alone");
        }
    }

    boolean concerns(Action action, Target target) {
        return actions.contains(action) && twins.matches(target.twin().value()) && covers(target);
    }

    /** To allow one point is to let the twin be seen that it is in; to deny one is to deny that one. */
    private boolean covers(Target target) {
        boolean whole = points.isEmpty() && commands.isEmpty();
        if (target.point() != null) {
            return whole || points.matches(target.point());
        } else if (target.command() != null) {
            return whole || commands.matches(target.command());
        }
        return whole || effect == Effect.ALLOW;
    }
}
