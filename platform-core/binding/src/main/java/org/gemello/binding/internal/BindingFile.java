package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.Placeholders;
import org.gemello.binding.PointBinding;

/**
 * One file of {@code bindings/}: which places of one connection feed which points.
 *
 * @param connection name of the connection, empty where the file does not say
 * @param bindings   what could be read
 * @param points     the points of all bindings
 * @param templates  bindings whose twin or points have placeholders
 */
record BindingFile(Placed<String> connection, List<Placed<Binding>> bindings, List<Placed<PointBinding>> points,
                   List<Placed<BindingTemplate>> templates) {
    private static final Set<String> OWN_KEYS = Set.of("twin", "points");

    /** @param kinds kind of each connection by name, as far as known */
    static BindingFile read(YamlMapping file, Map<String, ConnectionKind> kinds, Problems problems) {
        file.allowOnly(Set.of("connection", "bindings"));
        String connection = file.required("connection").orElse("");
        Optional<ConnectionKind> kind = Optional.ofNullable(kinds.get(connection));
        List<Placed<Binding>> bindings = new ArrayList<>();
        List<Placed<PointBinding>> points = new ArrayList<>();
        List<Placed<BindingTemplate>> templates = new ArrayList<>();
        for (YamlMapping element : file.mappings("bindings")) {
            kind.ifPresent(known -> element.allowOnly(keys(known)));
            Optional<String> twin = element.required("twin");
            List<YamlMapping> elements = element.mappings("points");
            PointReader reader = new PointReader(connection, kind, element.text("prefix").orElse(""), problems);
            if (kind.filter(ConnectionKind::templates).isPresent() && isTemplate(twin, elements)) {
                templates.add(template(connection, twin, element, elements, reader));
                continue;
            }
            twin.flatMap(text -> TwinFile.id(text, element, "twin", problems)).ifPresent(id -> {
                List<Placed<PointBinding>> read = elements.stream().map(point -> reader.read(id, point)).flatMap(Optional::stream).toList();
                points.addAll(read);
                bindings.add(new Placed<>(new Binding(connection, id, element.settingsWithout(OWN_KEYS),
                        read.stream().map(Placed::value).toList()), element.place("twin")));
            });
        }
        return new BindingFile(new Placed<>(connection, file.place("connection")), bindings, points, templates);
    }

    private static boolean isTemplate(Optional<String> twin, List<YamlMapping> points) {
        return twin.filter(Placeholders::in).isPresent()
                || points.stream().anyMatch(point -> point.text("point").filter(Placeholders::in).isPresent());
    }

    private static Placed<BindingTemplate> template(String connection, Optional<String> twin, YamlMapping element, List<YamlMapping> points,
                                                    PointReader reader) {
        return new Placed<>(new BindingTemplate(connection, twin.orElse(""), element.settingsWithout(OWN_KEYS),
                points.stream().map(reader::readTemplate).flatMap(Optional::stream).map(Placed::value).toList()), element.place("twin"));
    }

    private static Set<String> keys(ConnectionKind kind) {
        Set<String> keys = new TreeSet<>(OWN_KEYS);
        keys.addAll(kind.placeKeys());
        return keys;
    }
}
