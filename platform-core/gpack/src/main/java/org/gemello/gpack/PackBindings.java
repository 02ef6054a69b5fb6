package org.gemello.gpack;

import java.util.List;
import java.util.Optional;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.internal.Problems;
import org.gemello.gpack.internal.YamlMap;
import org.gemello.gpack.internal.YamlText;

/**
 * What a file of bindings in a pack is about; the platform reads the rest of it only in a site's configuration.
 *
 * @param connection whose addresses it names
 * @param twins      that it binds, in its order
 */
public record PackBindings(String connection, List<String> twins) {
    public PackBindings {
        twins = List.copyOf(twins);
    }

    /** @throws PackRefusedException where it is no such file; the message names file, line and remedy */
    public static PackBindings read(byte[] yaml, String name) throws PackRefusedException {
        Problems problems = new Problems();
        Optional<YamlMap> file = YamlText.read(yaml, name, problems);
        String connection = file.map(top -> top.text("connection")).orElse("");
        List<String> twins = file.map(top -> top.maps("bindings")).orElse(List.of()).stream().map(binding -> binding.text("twin")).toList();
        problems.refuse();
        return new PackBindings(connection, twins);
    }
}
