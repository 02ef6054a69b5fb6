package org.gemello.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A plant as {@code demo/plants/*.yaml} of the distribution describes it.
 *
 * @param id        name of the plant
 * @param title     by language
 * @param pack      pack that its twins need
 * @param main      class with the plant's program, in {@code tools/lib}
 * @param arguments of the program; {@code {name}} stands for the port of that name
 * @param ports     by name, those that the files of {@code site} are written with
 * @param ready     begin of the line that the program prints once it can be connected to
 * @param site      folder with connections, twins and bindings
 */
record PlantDescription(String id, Map<String, String> title, String pack, String main, List<String> arguments, Map<String, Integer> ports,
                        String ready, Path site) {

    /** @throws IOException where the file is not such a description */
    @SuppressWarnings("unchecked")
    static PlantDescription read(Path file) throws IOException {
        try {
            Map<String, Object> yaml = (Map<String, Object>) new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return new PlantDescription((String) yaml.get("plant"), (Map<String, String>) yaml.get("title"), (String) yaml.get("pack"),
                    (String) yaml.get("main"), ((List<Object>) yaml.get("arguments")).stream().map(String::valueOf).toList(),
                    new LinkedHashMap<>((Map<String, Integer>) yaml.get("ports")), (String) yaml.get("ready"),
                    file.resolveSibling((String) yaml.get("site")).normalize());
        } catch (YamlEngineException | ClassCastException | NullPointerException e) {
            throw new IOException(file + " does not describe a plant: " + e.getMessage(), e);
        }
    }

    /** The program's arguments with these ports. */
    List<String> arguments(Map<String, Integer> chosen) {
        return arguments.stream().map(argument -> {
            String filled = argument;
            for (Map.Entry<String, Integer> port : chosen.entrySet()) {
                filled = filled.replace("{" + port.getKey() + "}", port.getValue().toString());
            }
            return filled;
        }).toList();
    }
}
