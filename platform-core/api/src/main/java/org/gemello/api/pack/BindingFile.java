package org.gemello.api.pack;

import java.util.List;
import java.util.Map;

/**
 * Bindings that the version of a pack that serves brings as an example. Nothing of it is in effect: a site takes over what fits it.
 *
 * @param pack       id of the pack
 * @param version    the one that serves
 * @param id         unique in its pack
 * @param file       path in the pack
 * @param title      for people, by language
 * @param connection that it is about
 * @param twins      that it binds, in the order of the file
 */
public record BindingFile(String pack, String version, String id, String file, Map<String, String> title, String connection, List<String> twins) {
    public BindingFile {
        title = Map.copyOf(title);
        twins = List.copyOf(twins);
    }
}
