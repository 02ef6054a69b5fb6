package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.PointBinding;

/**
 * One file of {@code bindings/}: which places of one connection feed which points.
 *
 * @param connection name of the connection, empty where the file does not say
 * @param bindings   what could be read
 * @param points     the points of all bindings
 */
record BindingFile(Placed<String> connection, List<Placed<Binding>> bindings, List<Placed<PointBinding>> points) {
    private static final Set<String> OWN_KEYS = Set.of("twin", "points");

    /** @param kinds kind of each connection by name, as far as known */
    static BindingFile read(YamlMapping file, Map<String, ConnectionKind> kinds, Problems problems) {
        file.allowOnly(Set.of("connection", "bindings"));
        String connection = file.required("connection").orElse("");
        Optional<ConnectionKind> kind = Optional.ofNullable(kinds.get(connection));
        List<Placed<Binding>> bindings = new ArrayList<>();
        List<Placed<PointBinding>> points = new ArrayList<>();
        for (YamlMapping element : file.mappings("bindings")) {
            kind.ifPresent(known -> element.allowOnly(keys(known)));
            Optional<TwinId> twin = element.required("twin").flatMap(text -> TwinFile.id(text, element, "twin", problems));
            List<YamlMapping> elements = element.mappings("points");
            if (twin.isPresent()) {
                PointReader reader = new PointReader(twin.get(), connection, kind, element.text("prefix").orElse(""), problems);
                List<Placed<PointBinding>> read = elements.stream().map(reader::read).flatMap(Optional::stream).toList();
                points.addAll(read);
                bindings.add(new Placed<>(new Binding(connection, twin.get(), element.settingsWithout(OWN_KEYS),
                        read.stream().map(Placed::value).toList()), element.place("twin")));
            }
        }
        return new BindingFile(new Placed<>(connection, file.place("connection")), bindings, points);
    }

    private static Set<String> keys(ConnectionKind kind) {
        Set<String> keys = new TreeSet<>(OWN_KEYS);
        keys.addAll(kind.placeKeys());
        return keys;
    }
}
