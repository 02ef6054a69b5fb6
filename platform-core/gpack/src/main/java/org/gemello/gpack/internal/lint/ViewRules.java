package org.gemello.gpack.internal.lint;

import java.util.Arrays;
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
import org.gemello.gpack.internal.YamlMap;
import org.gemello.gpack.internal.YamlText;

/** A view in JSON after {@code docs/pack-views.md}: known widgets with known keys, titles in all languages, a drawing that is listed. */
final class ViewRules {
    private static final int FORMAT = 1;
    private static final int MOST_WIDGETS = 24;
    private static final Set<String> COMMON = keys("type title width height");
    private static final Map<String, Set<String>> WIDGETS = Map.of(
            "values", keys("points"),
            "mimic", keys("file"),
            "trend", keys("span series alarms"),
            "xy", keys("x y span curves"),
            "bars", keys("bars table at label values stacked limits direction unit"),
            "table", keys("table at columns"),
            "parts", keys("part points"),
            "map", keys("part table at twin x y colour heading number vector links"),
            "spectrum", keys("table at x y log limit marks"),
            "text", keys("text point"));
    private static final Map<String, Set<String>> LISTS = Map.of(
            "series", keys("point part role band"),
            "curves", keys("title table at x y low high role"),
            "bars", keys("point part low high"),
            "values", keys("column title low high"),
            "limits", keys("value severity below"),
            "columns", keys("column title unit digits format low high"));
    private static final Set<String> TITLED = keys("curves values columns");
    private final PackManifest manifest;

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
        if (!types.contains(view.text("twin"))) {
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
            drawing(widget);
        }
    }

    private static void title(YamlMap map) {
        if (map.require("title")) {
            Map<String, String> words = map.words("title");
            PackManifest.LANGUAGES.stream().filter(language -> !words.containsKey(language))
                    .forEach(language -> map.problem("title", "'title' is missing in '" + language + "'; add it"));
        }
    }

    private void drawing(YamlMap widget) {
        String file = widget.text("file");
        if (!file.endsWith(".svg") || manifest.views().stream().map(Resource::file).noneMatch(file::equals)) {
            widget.problem("file", "'file' must be a drawing (.svg) that is listed under 'views' in " + PackManifest.NAME);
        }
    }

    private static Set<String> keys(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
