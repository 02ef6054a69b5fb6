package org.gemello.binding.internal;

import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * A configuration file that is YAML.
 *
 * @param name path within the folder
 * @param text as written, without a byte order mark
 * @param top  its mapping, whose nodes know their place in the text
 */
record SourceText(String name, String text, MappingNode top) {
    String subfolder() {
        return name.substring(0, name.indexOf('/'));
    }
}
