package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.gemello.client.access.Platform.Tagged;
import org.gemello.client.access.Refusal;

/**
 * A policy as a file says it: what it allows or denies to whom of which twins.
 *
 * @param id     its name
 * @param policy all other fields
 */
record PolicyDocument(String id, JsonNode policy) implements Wanted {
    static final String KIND = "policy";
    private static final Set<String> FIELDS = Set.of("effect", "subjects", "actions", "twins", "points", "commands");
    private static final int NOT_FOUND = 404;

    static PolicyDocument of(Fields fields) {
        return new PolicyDocument(fields.text("id"), fields.node(FIELDS));
    }

    @Override
    public String title() {
        return KIND + ' ' + id;
    }

    private static String path(String id) {
        return "/policies/" + GetCommand.encoded(id);
    }

    /** What the platform has; null where it has none of that name. */
    private Tagged present(Access access) throws IOException, InterruptedException {
        try {
            return access.platform().read(path(id));
        } catch (Refusal e) {
            if (e.status() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private boolean isAlready(JsonNode present) {
        return FIELDS.stream().allMatch(field -> same(policy.path(field), present.path(field)));
    }

    /** What a file leaves out is an empty list at the platform. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (!one.isObject() && !other.isObject()) {
            return one.equals(other) || isNothing(one) && isNothing(other);
        }
        Set<String> names = new HashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names.stream().allMatch(name -> same(one.path(name), other.path(name)));
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isArray() && value.isEmpty();
    }

    @Override
    public String foresee(Access access) throws IOException, InterruptedException {
        Tagged present = present(access);
        return present == null ? "would be made" : isAlready(present.body()) ? "unchanged" : "would be changed";
    }

    @Override
    public String carryOut(Access access, Duration patience) throws IOException, InterruptedException {
        Tagged present = present(access);
        if (present != null && isAlready(present.body())) {
            return "unchanged";
        }
        access.platform().change(path(id), policy, present == null ? "" : present.tag());
        return present == null ? "made" : "changed";
    }

    /** @throws Refusal where there is none of that name, or it was changed while it was being removed */
    static void remove(Access access, String id) throws IOException, InterruptedException {
        access.platform().change(path(id), null, access.platform().read(path(id)).tag());
    }
}
