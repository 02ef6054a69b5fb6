package org.gemello.gpack.internal.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gemello.gpack.internal.YamlMap;

/** A scene in 3D: known bodies with the sizes that they need, few enough of them, numbers that can be drawn. */
final class SceneRules {
    private static final int MOST_NODES = 1_000;
    private static final int DEEPEST = 7;
    private static final int MOST_CAMERAS = 12;
    private static final int MOST_CORNERS = 500;
    private static final double FARTHEST = 1e6;
    private static final Set<String> NODE = Set.of("title", "points", "shape", "at", "turn", "scale", "look", "spin", "rotate", "move",
            "alarms", "fill", "show", "label", "children");
    /** Columns of the table that a node is repeated over, and of the rings of a plume. */
    private static final List<String> PLACE = List.of("twin", "east", "north");
    private static final List<String> RING = List.of("z", "radius", "strength");
    /** What each body is made of, all of it needed but {@code top}. */
    private static final Map<String, Set<String>> SHAPES = Map.of(
            "box", Set.of("size"),
            "cylinder", Set.of("radius", "height", "top"),
            "cone", Set.of("radius", "height"),
            "sphere", Set.of("radius"),
            "tube", Set.of("path", "radius"),
            "extrusion", Set.of("profile", "depth"),
            "plume", Set.of("rings"),
            "model", Set.of("file"));
    private static final Set<String> LOOKS = Set.of("body", "dark", "glass", "ground");
    private static final Set<String> AXES = Set.of("x", "y", "z");
    private final Consumer<YamlMap> titled;
    private final Consumer<YamlMap> listed;
    private int count;

    /**
     * @param titled checks the 'title' of a mapping
     * @param listed checks that the 'file' of a mapping is one that the pack lists
     */
    SceneRules(Consumer<YamlMap> titled, Consumer<YamlMap> listed) {
        this.titled = titled;
        this.listed = listed;
    }

    void check(YamlMap widget) {
        widget.require("nodes");
        nodes(widget, "nodes", 1);
        widget.map("ground").ifPresent(SceneRules::ground);
        List<YamlMap> cameras = widget.maps("cameras");
        if (cameras.size() > MOST_CAMERAS) {
            widget.problem("cameras", "'cameras' has more than " + MOST_CAMERAS + " elements");
        }
        for (YamlMap camera : cameras) {
            camera.allowOnly(Set.of("title", "from", "to", "fit"));
            camera.flag("fit");
            titled.accept(camera);
            if (camera.require("from") && camera.require("to")) {
                camera.vector("from", 3, FARTHEST);
                camera.vector("to", 3, FARTHEST);
            }
        }
    }

    private void nodes(YamlMap parent, String key, int depth) {
        for (YamlMap node : parent.maps(key)) {
            if (++count > MOST_NODES || depth > DEEPEST) {
                parent.problem(key, "has more than " + MOST_NODES + " bodies or " + DEEPEST + " levels; make the scene simpler");
                return;
            }
            node(node, depth);
            nodes(node, "children", depth + 1);
        }
    }

    private static void ground(YamlMap ground) {
        ground.allowOnly(Set.of("vector"));
        ground.map("vector").ifPresent(vector -> {
            vector.allowOnly(Set.of("direction", "speed"));
            vector.text("direction");
            vector.text("speed");
        });
    }

    private void node(YamlMap node, int depth) {
        Set<String> known = new TreeSet<>(NODE);
        if (depth == 1) {
            known.add("repeat");
        } else if (node.has("repeat")) {
            node.problem("repeat", "'repeat' stands only at the top of 'nodes'; move it there");
            known.add("repeat");
        }
        node.optionalText("shape").ifPresent(shape -> {
            Set<String> needed = SHAPES.get(shape);
            if (needed == null) {
                node.problem("shape", "'shape' is none that is known; known are " + new TreeSet<>(SHAPES.keySet()));
            } else {
                known.addAll(needed);
                needed.stream().filter(key -> !key.equals("top")).sorted().forEach(node::require);
            }
        });
        node.allowOnly(known);
        List.of("size", "at", "turn").forEach(key -> node.vector(key, 3, FARTHEST));
        List.of("radius", "top", "height", "depth", "scale").forEach(key -> length(node, key));
        node.vectors("path", 2, MOST_CORNERS, 3, FARTHEST);
        node.vectors("profile", 3, MOST_CORNERS, 2, FARTHEST);
        node.texts("alarms");
        oneOf(node, "look", LOOKS);
        if (node.has("title")) {
            titled.accept(node);
        }
        if (node.has("file")) {
            listed.accept(node);
        }
        tables(node);
        bindings(node);
    }

    private static void tables(YamlMap node) {
        node.map("repeat").ifPresent(repeat -> {
            repeat.allowOnly(Set.of("part", "table", "at", "twin", "east", "north"));
            repeat.text("table");
            PLACE.forEach(repeat::text);
        });
        node.map("rings").ifPresent(rings -> {
            rings.allowOnly(Set.of("table", "at", "twin", "z", "x", "radius", "strength", "range"));
            rings.text("table");
            RING.forEach(rings::text);
            if (rings.require("range")) {
                rings.vector("range", 2, Double.MAX_VALUE);
            }
        });
    }

    private static void bindings(YamlMap node) {
        node.map("spin").ifPresent(spin -> turning(spin, Set.of("point", "axis", "factor")));
        node.map("rotate").ifPresent(rotate -> turning(rotate, Set.of("point", "axis", "factor", "offset")));
        node.map("move").ifPresent(move -> {
            move.allowOnly(Set.of("point", "by", "range"));
            move.text("point");
            if (move.require("by") && move.require("range")) {
                move.vector("by", 3, FARTHEST);
                move.vector("range", 2, Double.MAX_VALUE);
            }
        });
        node.map("show").ifPresent(show -> {
            show.allowOnly(Set.of("point", "when"));
            show.text("point");
            show.text("when");
        });
        node.map("fill").ifPresent(fill -> {
            fill.allowOnly(Set.of("point", "steps"));
            fill.text("point");
            fill.maps("steps").forEach(step -> {
                step.allowOnly(Set.of("value", "severity", "below"));
                step.require("value");
                step.number("value");
                oneOf(step, "severity", Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL"));
            });
        });
    }

    private static void turning(YamlMap binding, Set<String> known) {
        binding.allowOnly(known);
        binding.text("point");
        binding.require("axis");
        oneOf(binding, "axis", AXES);
        binding.number("factor");
        binding.number("offset");
    }

    private static void length(YamlMap node, String key) {
        node.number(key).filter(value -> value < 0 || value > FARTHEST)
                .ifPresent(value -> node.problem(key, "'" + key + "' is " + value + "; write a number from 0 to " + FARTHEST));
    }

    private static void oneOf(YamlMap map, String key, Set<String> known) {
        map.optionalText(key).filter(text -> !known.contains(text))
                .ifPresent(text -> map.problem(key, "'" + key + "' is none that is known; known are " + new TreeSet<>(known)));
    }
}
