package org.gemello.binding.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReport;

/** A connection that is only tried, read by the same rules as files. */
public final class Trial {
    private static final Path NOWHERE = Path.of("there-is-no-such-folder-of-gemello");
    private static final Pattern TWIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private Trial() {
    }

    public static SiteReport read(SiteConfiguration site, Map<String, Object> connection, List<Map<String, Object>> bindings) {
        Map<String, Object> named = new LinkedHashMap<>(connection);
        named.putIfAbsent("connection", "trial");
        ReachableFiles.objection(named, site.connection(String.valueOf(named.get("connection"))).map(present -> present.settings().texts())
                .orElse(Map.of())).ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
        List<Map<?, ?>> elements = new ArrayList<>();
        bindings.forEach(binding -> elements.addAll(elements(binding)));
        Set<String> twins = new TreeSet<>();
        site.twins().forEach(twin -> twins.add(twin.id().value()));
        elements.stream().map(element -> String.valueOf(element.get("twin"))).filter(twin -> TWIN.matcher(twin).matches()).forEach(twins::add);
        Map<String, Optional<String>> texts = new TreeMap<>();
        texts.put("connections/trial.yaml", Optional.of(ContentWriter.block(named)));
        if (!twins.isEmpty()) {
            texts.put("twins/trial.yaml", Optional.of(ContentWriter.block(Map.of("twins",
                    twins.stream().map(twin -> Map.of("id", twin, "type", "trial/any")).toList()))));
        }
        if (!elements.isEmpty()) {
            texts.put("bindings/trial.yaml", Optional.of(ContentWriter.block(Map.of("connection", named.get("connection"), "bindings", elements))));
        }
        return FolderReading.of(NOWHERE, texts);
    }

    private static List<Map<?, ?>> elements(Map<String, Object> binding) {
        if (!(binding.get("bindings") instanceof List<?> list)) {
            return List.of(binding);
        }
        List<Map<?, ?>> elements = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("an element of 'bindings' has no keys; write points and where they come from");
            }
            Map<Object, Object> whole = new LinkedHashMap<>(map);
            if (binding.containsKey("twin")) {
                whole.putIfAbsent("twin", binding.get("twin"));
            }
            elements.add(whole);
        }
        return elements;
    }
}
