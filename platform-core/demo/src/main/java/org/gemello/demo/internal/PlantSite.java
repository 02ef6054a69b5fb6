package org.gemello.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of a plant's site, as edits that bring them into the site of this platform: connections, then twins, then bindings. */
final class PlantSite {
    private static final String LOOPBACK = "127.0.0.1:";

    private PlantSite() {
    }

    /**
     * @param written ports that the files are written with, by name
     * @param chosen  ports that the plant has
     */
    static List<SiteEdit> of(Path folder, Map<String, Integer> written, Map<String, Integer> chosen) throws IOException {
        List<SiteEdit> edits = new ArrayList<>();
        for (Map<String, Object> connection : files(folder.resolve("connections"), written, chosen)) {
            edits.add(edit(SiteKind.CONNECTION, (String) connection.get("connection"), connection));
        }
        for (Map<String, Object> file : files(folder.resolve("twins"), written, chosen)) {
            mappings(file.get("twins")).forEach(twin -> edits.add(edit(SiteKind.TWIN, (String) twin.get("id"), twin)));
        }
        for (Map<String, Object> file : files(folder.resolve("bindings"), written, chosen)) {
            edits.addAll(bindings((String) file.get("connection"), mappings(file.get("bindings"))));
        }
        return edits;
    }

    /** One edit for each twin that a connection feeds. */
    private static List<SiteEdit> bindings(String connection, List<Map<String, Object>> bindings) {
        Map<String, List<Map<String, Object>>> byTwin = new LinkedHashMap<>();
        bindings.forEach(binding -> byTwin.computeIfAbsent((String) binding.get("twin"), twin -> new ArrayList<>()).add(binding));
        List<SiteEdit> edits = new ArrayList<>();
        byTwin.forEach((twin, list) -> edits.add(edit(SiteKind.BINDING, connection + "/" + twin,
                Map.of("connection", connection, "twin", twin, "bindings", list))));
        return edits;
    }

    private static SiteEdit edit(SiteKind kind, String name, Map<String, Object> content) {
        return new SiteEdit(kind, name, Optional.of(content), SiteEdit.ABSENT);
    }

    private static List<Map<String, Object>> files(Path folder, Map<String, Integer> written, Map<String, Integer> chosen) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(file -> read(file, written, chosen)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Map<String, Object> read(Path file, Map<String, Integer> written, Map<String, Integer> chosen) {
        try {
            String text = Files.readString(file);
            for (Map.Entry<String, Integer> port : written.entrySet()) {
                text = text.replace(LOOPBACK + port.getValue(), LOOPBACK + chosen.get(port.getKey()));
            }
            return mapping(new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapping(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> mappings(Object yaml) {
        return (List<Map<String, Object>>) yaml;
    }
}
