package org.gemello.gpack.internal.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackManifest;
import org.gemello.gpack.PackManifest.Resource;
import org.gemello.gpack.PackManifest.Type;
import org.gemello.gpack.internal.Problems;
import org.gemello.gpack.internal.Quoted;
import org.gemello.gpack.internal.YamlMap;
import org.gemello.gpack.internal.YamlText;

/** A view in JSON after {@code docs/pack-views.md}: known widgets with known keys, titles in all languages, a drawing that is listed. */
final class ViewRules {
    private static final int FORMAT = 1;
    private static final int MOST_WIDGETS = 24;
    private static final int MOST_POINTS = 64;
    private static final Set<String> COMMON = keys("type title width height");
    private static final Map<String, Set<String>> WIDGETS = Map.ofEntries(
            Map.entry("values", keys("points")),
            Map.entry("mimic", keys("file")),
            Map.entry("module", keys("file points commands")),
            Map.entry("scene", keys("nodes cameras ground")),
            Map.entry("trend", keys("span series alarms")),
            Map.entry("xy", keys("x y span interval bins curves")),
            Map.entry("bars", keys("bars table at label values stacked limits direction unit")),
            Map.entry("table", keys("table at columns")),
            Map.entry("parts", keys("part points")),
            Map.entry("map", keys("part table at twin x y colour heading number vector links")),
            Map.entry("heatmap", keys("point span table at x y value low high")),
            Map.entry("histogram", keys("point span interval bin limits")),
            Map.entry("rose", keys("direction speed span interval sectors step")),
            Map.entry("spectrum", keys("table at x y log limit marks")),
            Map.entry("text", keys("text point")));
    private static final Map<String, Set<String>> LISTS = Map.of(
            "series", keys("point part role band"),
            "curves", keys("title table at x y low high role"),
            "bars", keys("point part low high"),
            "values", keys("column title low high"),
            "limits", keys("value severity below"),
            "columns", keys("column title unit digits format low high"));
    private static final Set<String> TITLED = keys("curves values columns");
    private final PackManifest manifest;
    private String twin = "";

    ViewRules(PackManifest manifest) {
        this.manifest = manifest;
    }

    /** JSON is YAML too, so the careful reader of the manifest reads it. */
    void check(String file, byte[] bytes) throws PackRefusedException {
        Problems problems = new Problems();
        YamlText.read(bytes, file, problems).ifPresent(this::view);
        problems.refuse();
    }

    private void view(YamlMap view) {
        view.allowOnly(keys("view twin widgets"));
        view.whole("view", FORMAT, FORMAT);
        Set<String> types = manifest.twinTypes().stream().map(Type::id).collect(Collectors.toCollection(TreeSet::new));
        twin = view.text("twin");
        if (!types.contains(twin)) {
            view.problem("twin", "'twin' is a type that the pack does not bring; it brings " + types);
        }
        int count = view.maps("widgets").size();
        if (view.require("widgets") && (count < 1 || count > MOST_WIDGETS)) {
            view.problem("widgets", "'widgets' has " + count + " elements; write 1 to " + MOST_WIDGETS);
        }
        view.maps("widgets").forEach(this::widget);
    }

    private void widget(YamlMap widget) {
        String type = widget.text("type");
        Set<String> own = WIDGETS.get(type);
        if (own == null) {
            widget.problem("type", "'type' is none that is known; known are " + new TreeSet<>(WIDGETS.keySet()));
            return;
        }
        widget.allowOnly(Stream.concat(COMMON.stream(), own.stream()).collect(Collectors.toSet()));
        title(widget);
        LISTS.forEach((list, known) -> {
            if (own.contains(list)) {
                widget.maps(list).forEach(each -> {
                    each.allowOnly(known);
                    if (TITLED.contains(list)) {
                        title(each);
                    }
                });
            }
        });
        if (type.equals("mimic")) {
            listed(widget, ".svg", "a drawing");
        } else if (type.equals("module")) {
            listed(widget, ".mjs", "a module");
            wishes(widget);
        } else if (type.equals("scene")) {
            new SceneRules(ViewRules::title, node -> listed(node, ".glb", "a body")).check(widget);
        } else if (ChartRules.isOne(type)) {
            new ChartRules(ViewRules::title).check(type, widget);
        }
    }

    /** What a module may see and ask for is said here, in the open; it is asked for under 'permissions' too. */
    private void wishes(YamlMap widget) {
        if (widget.texts("points").size() > MOST_POINTS) {
            widget.problem("points", "'points' has more than " + MOST_POINTS + " elements; list only what the module shows");
        }
        List<String> granted = manifest.permissions().commands();
        widget.texts("commands").stream().filter(command -> !granted.contains(twin + ": " + command))
                .forEach(command -> widget.problem("commands", "'commands' has " + Quoted.name(command) + "; ask for it under 'permissions', as '"
                        + twin + ": " + command + "'"));
    }

    private static void title(YamlMap map) {
        if (map.require("title")) {
            Map<String, String> words = map.words("title");
            PackManifest.LANGUAGES.stream().filter(language -> !words.containsKey(language))
                    .forEach(language -> map.problem("title", "'title' is missing in '" + language + "'; add it"));
        }
    }

    private void listed(YamlMap widget, String suffix, String what) {
        String file = widget.text("file");
        if (!file.endsWith(suffix) || manifest.views().stream().map(Resource::file).noneMatch(file::equals)) {
            widget.problem("file", "'file' must be " + what + " (" + suffix + ") that is listed under 'views' in " + PackManifest.NAME);
        }
    }

    private static Set<String> keys(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
