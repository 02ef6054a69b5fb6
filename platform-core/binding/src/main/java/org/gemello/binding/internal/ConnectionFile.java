package org.gemello.binding.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Overload;
import org.gemello.binding.Settings;

/** One file of {@code connections/}: name, kind, and settings that the connector checks. */
final class ConnectionFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private ConnectionFile() {
    }

    static Optional<Placed<ConnectionDefinition>> read(YamlMapping file, Problems problems) {
        Optional<String> name = file.required("connection");
        String kind = file.required("kind").orElse("");
        if (!kind.isEmpty() && ConnectionKind.of(kind).isEmpty()) {
            problems.add(file.place("kind"), "there is no connector of kind '" + kind + "'"
                    + NearestWord.hint(kind, ConnectionKind.schemes()));
        }
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            problems.add(file.place("connection"), "connection '" + name.get() + "' is not of the form " + NAME.pattern()
                    + "; use lower-case letters, digits, '.', '_' and '-'");
        }
        Overload overload = overload(file, problems);
        Settings settings = file.settingsWithout(Set.of("connection", "kind", "overload"));
        return name.map(known -> new Placed<>(new ConnectionDefinition(known, kind, settings, overload), file.place("connection")));
    }

    private static Overload overload(YamlMapping file, Problems problems) {
        if (!file.has("overload")) {
            return Overload.BLOCK;
        }
        return file.mapping("overload").map(given -> {
            given.allowOnly(Set.of("policy", "buffer"));
            String policy = given.required("policy").orElse("block");
            if (Overload.Policy.of(policy).isEmpty()) {
                problems.add(given.place("policy"), "'policy' is '" + policy + "'" + NearestWord.hint(policy, Overload.Policy.words()));
            }
            double buffer = given.number("buffer").orElse((double) Overload.DEFAULT_BUFFER);
            if (buffer != Math.rint(buffer) || buffer < Overload.SMALLEST_BUFFER || buffer > Overload.LARGEST_BUFFER) {
                problems.add(given.place("buffer"), "'buffer' must be a whole number of samples from " + Overload.SMALLEST_BUFFER + " to "
                        + Overload.LARGEST_BUFFER);
                return Overload.BLOCK;
            }
            return new Overload(Overload.Policy.of(policy).orElse(Overload.Policy.BLOCK), (int) buffer);
        }).orElse(Overload.BLOCK);
    }
}
