package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.binding.Place;
import org.gemello.binding.TwinDefinition;

/** One file of {@code twins/}: a list of twins, with every use of a twin as a part of another. */
record TwinFile(List<Placed<TwinDefinition>> twins, List<Placed<PartUse>> parts) {
    private static final Set<String> KEYS = Set.of("id", "type", "name", "configuration", "parts", "accept");
    private static final Pattern ROLE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,40}/[a-z0-9-]{1,60}");

    static TwinFile read(YamlMapping file, Problems problems) {
        file.allowOnly(Set.of("twins"));
        List<Placed<PartUse>> parts = new ArrayList<>();
        List<Placed<TwinDefinition>> twins = file.mappings("twins").stream().map(twin -> twin(twin, parts, problems))
                .flatMap(Optional::stream).toList();
        return new TwinFile(twins, List.copyOf(parts));
    }

    private static Optional<Placed<TwinDefinition>> twin(YamlMapping twin, List<Placed<PartUse>> uses, Problems problems) {
        twin.allowOnly(KEYS);
        Optional<TwinId> id = twin.required("id").flatMap(text -> id(text, twin, "id", problems));
        String type = twin.required("type").orElse("");
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            problems.add(twin.place("type"), "type '" + type + "' is not of the form industry/kind; write one such as energy/wind-turbine");
        }
        Optional<String> name = twin.text("name");
        Map<String, String> configuration = twin.mapping("configuration").map(TwinFile::flat).orElse(Map.of());
        Map<String, List<TwinId>> parts = twin.mapping("parts").map(roles -> parts(roles, id, uses, problems)).orElse(Map.of());
        Set<String> accept = twin.texts("accept").stream().map(Placed::value).collect(Collectors.toSet());
        return id.map(known -> new Placed<>(new TwinDefinition(known, type, name.orElse(known.value()), configuration, parts, accept,
                twin.place("id").toString()), twin.place("id")));
    }

    private static Map<String, List<TwinId>> parts(YamlMapping roles, Optional<TwinId> composite, List<Placed<PartUse>> uses,
                                                   Problems problems) {
        Map<String, List<TwinId>> parts = new LinkedHashMap<>();
        for (String role : roles.keys()) {
            if (!ROLE.matcher(role).matches()) {
                problems.add(roles.place(role), "role '" + role + "' is not a word of letters, digits, '_' and '-'");
            }
            List<TwinId> twins = new ArrayList<>();
            for (Placed<String> text : roles.texts(role)) {
                id(text.value(), text.place(), problems).ifPresent(part -> {
                    twins.add(part);
                    composite.ifPresent(whole -> uses.add(new Placed<>(new PartUse(whole, part), text.place())));
                });
            }
            parts.put(role, twins);
        }
        return parts;
    }

    /** The twin that a key names; noted as a problem where its id has another form. */
    static Optional<TwinId> id(String text, YamlMapping at, String key, Problems problems) {
        return id(text, at.place(key), problems);
    }

    private static Optional<TwinId> id(String text, Place place, Problems problems) {
        try {
            return Optional.of(new TwinId(text));
        } catch (IllegalArgumentException e) {
            problems.add(place, e.getMessage() + "; use lower-case letters, digits, '.', '_' and '-'");
            return Optional.empty();
        }
    }

    private static Map<String, String> flat(YamlMapping configuration) {
        Map<String, String> texts = new HashMap<>();
        configuration.settingsWithout(Set.of()).forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
