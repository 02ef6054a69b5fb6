package org.gemello.connector.opcua.internal.browse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of points after the names of nodes: valid, and each only once. */
final class PointNames {
    /** A point's name has at most 128 characters; some are left for a number at the end. */
    private static final int LONGEST = 120;
    private final Set<String> taken = new HashSet<>();
    private final List<String> notes;

    /** @param notes told where a name had to be another one */
    PointNames(List<String> notes) {
        this.notes = notes;
    }

    String of(List<String> path) {
        String plain = String.join(".", path);
        String valid = path.stream().map(PointNames::valid).collect(Collectors.joining("."));
        String fitting = valid.length() > LONGEST ? valid(valid.substring(valid.length() - LONGEST)) : valid;
        String name = fitting;
        for (int number = 2; !taken.add(name); number++) {
            name = fitting + '_' + number;
        }
        if (!name.equals(plain)) {
            notes.add("'" + ProposalText.comment(plain) + "' became point '" + name + "'");
        }
        return name;
    }

    /** Letters, digits, {@code . _ -}, the first a letter or digit. */
    private static String valid(String name) {
        String replaced = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[^A-Za-z0-9]+|_+$", "");
        return replaced.isEmpty() ? "node" : replaced;
    }
}
