package org.gemello.api.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a kind of twin is made of, as pure data.
 *
 * @param schema   version of the state's schema, from 1 on; it rises when the codec's bytes change
 * @param title    for people
 * @param points   all points, measured and derived, in the order in which people want to see them
 * @param commands what may be asked of it
 * @param renamed  points that had another name in an earlier version: present name by former name
 * @param parts    roles that other twins may have in it
 * @param configuration keys that the site may give it; empty where the type does not declare them, and checks by itself what is written
 */
public record TwinModel(int schema, String title, List<PointSpec> points, List<CommandSpec> commands, Map<String, String> renamed,
                        List<PartSpec> parts, Optional<ConfigurationSpec> configuration) {
    public static final TwinModel UNKNOWN = new TwinModel(0, "", List.of(), List.of());

    public TwinModel {
        points = List.copyOf(points);
        commands = List.copyOf(commands);
        renamed = Map.copyOf(renamed);
        parts = List.copyOf(parts);
    }

    /** A model of a twin that does not declare its configuration. */
    public TwinModel(int schema, String title, List<PointSpec> points, List<CommandSpec> commands, Map<String, String> renamed,
                     List<PartSpec> parts) {
        this(schema, title, points, commands, renamed, parts, Optional.empty());
    }

    /** A model of a twin that has no parts. */
    public TwinModel(int schema, String title, List<PointSpec> points, List<CommandSpec> commands, Map<String, String> renamed) {
        this(schema, title, points, commands, renamed, List.of());
    }

    /** A model of a twin that has no parts, whose points have never been renamed. */
    public TwinModel(int schema, String title, List<PointSpec> points, List<CommandSpec> commands) {
        this(schema, title, points, commands, Map.of());
    }

    /** The same model, with the keys that the site may give such a twin. */
    public TwinModel configured(ConfigurationSpec keys) {
        return new TwinModel(schema, title, points, commands, renamed, parts, Optional.of(keys));
    }

    public Optional<PointSpec> point(String name) {
        return points.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public Optional<CommandSpec> command(String name) {
        return commands.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Optional<PartSpec> part(String role) {
        return parts.stream().filter(p -> p.role().equals(role)).findFirst();
    }
}
