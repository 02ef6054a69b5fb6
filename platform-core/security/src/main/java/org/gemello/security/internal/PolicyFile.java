package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.api.Role;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.Policy.Effect;
import org.gemello.security.policy.Subjects;

/**
 * The policies on disk, one per line: {@code id EFFECT users ROLES keys ACTIONS twins points commands revision changed by}; lists with commas,
 * {@code -} for an empty one. The first line that is no comment is the revision of the last change.
 */
final class PolicyFile {
    private static final String HEADER = "# Policies: the last revision; then id, effect, users, roles, keys, actions, twins, points, commands, revision,"
            + " changed when and by whom. Written by the platform.\n";
    private static final int FIELDS = 12;
    private static final String NOTHING = "-";
    private final Path file;

    /**
     * What the file says.
     *
     * @param revision of the last change, also where that was a removal
     */
    record Content(long revision, Map<String, KeptPolicy> policies) {
    }

    /** @param folder made where it is missing */
    PolicyFile(Path folder) throws IOException {
        this.file = PrivateFiles.folder(folder).resolve("policies");
    }

    /** @throws IOException where a line cannot be read: better no request at all than one that a lost policy denies */
    Content read() throws IOException {
        Map<String, KeptPolicy> policies = new TreeMap<>();
        long revision = KeptPolicy.ABSENT;
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    if (first) {
                        revision = Long.parseLong(line);
                    } else {
                        KeptPolicy kept = parse(line);
                        policies.put(kept.policy().id(), kept);
                    }
                    first = false;
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage() + "; mend or remove the line", e);
                }
            }
        }
        return new Content(revision, policies);
    }

    private static KeptPolicy parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("a policy has " + FIELDS + " fields, not " + parts.length);
        }
        Subjects subjects = new Subjects(globs(parts[2]), items(parts[3]).stream().map(Role::valueOf).collect(Collectors.toSet()), globs(parts[4]));
        Set<Action> actions = items(parts[5]).stream().map(Action::valueOf).collect(Collectors.toSet());
        Policy policy = new Policy(parts[0], Effect.valueOf(parts[1]), subjects, actions, globs(parts[6]), globs(parts[7]), globs(parts[8]));
        return new KeptPolicy(policy, Long.parseLong(parts[9]), Instant.parse(parts[10]), parts[11]);
    }

    private static Globs globs(String list) {
        return new Globs(items(list));
    }

    private static List<String> items(String list) {
        return list.equals(NOTHING) ? List.of() : Arrays.asList(list.split(","));
    }

    void write(long revision, Collection<KeptPolicy> policies) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append(revision).append('\n');
        for (KeptPolicy kept : policies) {
            text.append(format(kept.policy())).append(' ').append(kept.revision()).append(' ').append(kept.changed()).append(' ').append(kept.by())
                    .append('\n');
        }
        PrivateFiles.write(file, text.toString());
    }

    /** What a policy says, on one line. */
    static String format(Policy policy) {
        return String.join(" ", policy.id(), policy.effect().name(), list(policy.subjects().users().patterns()),
                list(new TreeSet<>(policy.subjects().roles())), list(policy.subjects().keys().patterns()), list(new TreeSet<>(policy.actions())),
                list(policy.twins().patterns()), list(policy.points().patterns()), list(policy.commands().patterns()));
    }

    private static String list(Collection<?> items) {
        return items.isEmpty() ? NOTHING : items.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
