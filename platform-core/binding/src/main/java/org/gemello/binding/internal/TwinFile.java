package org.gemello.binding.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.api.TwinId;
import org.gemello.binding.TwinDefinition;

/** One file of {@code twins/}: a list of twins. */
final class TwinFile {
    private static final Set<String> KEYS = Set.of("id", "type", "name", "configuration");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,40}/[a-z0-9-]{1,60}");

    private TwinFile() {
    }

    static List<Placed<TwinDefinition>> read(YamlMapping file, Problems problems) {
        file.allowOnly(Set.of("twins"));
        return file.mappings("twins").stream().map(twin -> twin(twin, problems)).flatMap(Optional::stream).toList();
    }

    private static Optional<Placed<TwinDefinition>> twin(YamlMapping twin, Problems problems) {
        twin.allowOnly(KEYS);
        Optional<TwinId> id = twin.required("id").flatMap(text -> id(text, twin, "id", problems));
        String type = twin.required("type").orElse("");
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            problems.add(twin.place("type"), "type '" + type + "' is not of the form industry/kind; write one such as energy/wind-turbine");
        }
        Optional<String> name = twin.text("name");
        Map<String, String> configuration = twin.mapping("configuration").map(TwinFile::flat).orElse(Map.of());
        return id.map(known -> new Placed<>(new TwinDefinition(known, type, name.orElse(known.value()), configuration), twin.place("id")));
    }

    /** The twin that a key names; noted as a problem where its id has another form. */
    static Optional<TwinId> id(String text, YamlMapping at, String key, Problems problems) {
        try {
            return Optional.of(new TwinId(text));
        } catch (IllegalArgumentException e) {
            problems.add(at.place(key), e.getMessage() + "; use lower-case letters, digits, '.', '_' and '-'");
            return Optional.empty();
        }
    }

    private static Map<String, String> flat(YamlMapping configuration) {
        Map<String, String> texts = new HashMap<>();
        configuration.settingsWithout(Set.of()).forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
