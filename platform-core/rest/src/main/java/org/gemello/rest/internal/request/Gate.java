package org.gemello.rest.internal.request;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/**
 * What a caller may ask for at all, before a resource looks closer: reading needs a viewer, whatever is more an operator. What a policy can
 * allow beyond the roles passes here, and is decided by its resource. What is not named here nobody without a role reaches.
 */
final class Gate {
    private static final Pattern OWN = Pattern.compile("session|account/.*");
    /** Each of these asks {@link org.gemello.security.policy.Sight} what it may show. */
    private static final Pattern READ_BY_POLICY = Pattern.compile("twins(/[^/]+(/(state|commands|annotations|relations|points/[^/]+/"
            + "(history|aggregates|value|corrections)))?)?|commands(/[^/]+)?|proposals(/[^/]+)?|alarms|events|views(/.*)?|openapi[.]yaml|jobs(/[^/]+)?");
    /** Each of these asks it what may be done. */
    private static final Pattern DONE_BY_POLICY = Pattern.compile("twins/[^/]+/(commands|annotations)|(proposals|commands)/[^/]+/decision|"
            + "alarms/[^/]+/[^/]+/handling");
    private static final Pattern READ_BY_VENDORS = Pattern.compile("packs(/.*)?|staged-packs|pack-operations|publishers|pack-offers|platform/alarms|health/.*");
    private static final Pattern DONE_BY_VENDORS = Pattern.compile("pack-uploads|pack-plans");

    private Gate() {
    }

    /** @return why the caller may not, empty where the request may go on */
    static Optional<String> refusal(Caller caller, boolean reading, String path) {
        Role needed = reading ? Role.VIEWER : Role.OPERATOR;
        boolean passes = caller.may(needed) || matches(OWN, path) || matches(reading ? READ_BY_POLICY : DONE_BY_POLICY, path)
                || caller.may(Role.VENDOR) && matches(reading ? READ_BY_VENDORS : DONE_BY_VENDORS, path);
        return passes ? Optional.empty() : Optional.of("this needs the role " + needed);
    }

    private static boolean matches(Pattern pattern, String path) {
        return pattern.matcher(path).matches();
    }
}
