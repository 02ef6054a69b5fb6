package org.gemello.binding.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.binding.ConnectionDefinition;
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
        Settings settings = file.settingsWithout(Set.of("connection", "kind"));
        return name.map(known -> new Placed<>(new ConnectionDefinition(known, kind, settings), file.place("connection")));
    }
}
