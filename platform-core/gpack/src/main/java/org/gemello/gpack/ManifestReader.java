package org.gemello.gpack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackManifest.Change;
import org.gemello.gpack.PackManifest.Digest;
import org.gemello.gpack.PackManifest.Isolation;
import org.gemello.gpack.PackManifest.Licence;
import org.gemello.gpack.PackManifest.Resource;
import org.gemello.gpack.PackManifest.Type;
import org.gemello.gpack.internal.Problems;
import org.gemello.gpack.internal.Quoted;
import org.gemello.gpack.internal.YamlMap;
import org.gemello.gpack.internal.YamlText;

/** Reads {@code pack.yaml}; says everything that is wrong with it at once. */
public final class ManifestReader {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*)*");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,40}/[a-z0-9-]{1,60}");
    private static final Pattern POINTS = Pattern.compile("[a-z0-9*][a-z0-9._*-]{0,63}/[A-Za-z0-9*][A-Za-z0-9._*-]{0,127}");
    private static final Pattern COMMAND = Pattern.compile(TYPE.pattern() + ": [A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern NETWORK = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):([1-9]\\d{0,4})");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Set<String> KEYS = Set.of("gpack", "id", "version", "publisher", "title", "description", "licence", "trial",
            "platform", "isolation", "twinTypes", "permissions", "views", "bindings", "acceptance", "texts", "changelog", "bundles", "sbom",
            "files");
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_THREADS = 64;
    private static final int MOST_TRIAL_DAYS = 3_650;
    private final YamlMap top;

    private ManifestReader(YamlMap top) {
        this.top = top;
    }

    /** @throws PackRefusedException with all problems, one a line, each {@code pack.yaml:line:column: what is wrong; remedy} */
    public static PackManifest read(byte[] yaml) throws PackRefusedException {
        Problems problems = new Problems();
        Optional<YamlMap> top = YamlText.read(yaml, PackManifest.NAME, problems);
        PackManifest manifest = top.isEmpty() ? null : new ManifestReader(top.get()).manifest();
        problems.refuse();
        return manifest;
    }

    private PackManifest manifest() {
        top.allowOnly(KEYS);
        top.whole("gpack", PackManifest.FORMAT, PackManifest.FORMAT);
        built();
        Map<String, Digest> files = files();
        return new PackManifest(matching(top, "id", ID, "lower-case letters, digits and hyphens, such as 'water-works'"),
                version(top, "version"), matching(top, "publisher", ID, "lower-case letters, digits and hyphens"),
                languages(top, "title", true), languages(top, "description", true), licence(), platform(), isolation(),
                types(), permissions(), resources("views"), resources("bindings"), paths("acceptance"), texts(), changelog(),
                paths("bundles"), top.has("sbom") ? path(top, "sbom") : "", files);
    }

    /** The build writes all three or none. */
    private void built() {
        List<String> written = List.of("bundles", "sbom", "files");
        if (written.stream().anyMatch(top::has)) {
            written.forEach(top::require);
        }
        if (top.has("bundles") && top.texts("bundles").isEmpty()) {
            top.problem("bundles", "'bundles' is empty; a pack has at least one");
        }
    }

    private Licence licence() {
        if (top.has("licence") == top.has("trial")) {
            top.problem("licence", "write either 'licence' with an SPDX expression or 'trial' with 'days'");
        }
        if (top.has("trial")) {
            int days = top.map("trial").map(trial -> {
                trial.allowOnly(Set.of("days"));
                return (int) trial.whole("days", 1, MOST_TRIAL_DAYS);
            }).orElse(0);
            return new Licence("", days);
        }
        return new Licence(top.optionalText("licence").map(text -> checked(top, "licence", text, t -> !t.isBlank() && t.length() <= 200,
                "an SPDX expression such as Apache-2.0")).orElse(""), 0);
    }

    private VersionRange platform() {
        String text = top.text("platform");
        try {
            return text.isEmpty() ? VersionRange.ALL : VersionRange.parse(text);
        } catch (IllegalArgumentException e) {
            top.problem("platform", "'platform': " + e.getMessage());
            return VersionRange.ALL;
        }
    }

    private Isolation isolation() {
        String text = top.optionalText("isolation").orElse(Isolation.IN_PROCESS.toString());
        checked(top, "isolation", text, t -> Isolation.of(t).isPresent(), "in-process or worker");
        return Isolation.of(text).orElse(Isolation.IN_PROCESS);
    }

    private List<Type> types() {
        List<Type> types = top.maps("twinTypes").stream().map(each -> {
            each.allowOnly(Set.of("id", "schema"));
            return new Type(matching(each, "id", TYPE, "industry/kind in lower-case letters, digits and hyphens"),
                    (int) each.whole("schema", 1, Integer.MAX_VALUE));
        }).toList();
        if (top.require("twinTypes") && types.isEmpty()) {
            top.problem("twinTypes", "'twinTypes' is empty; a pack brings at least one");
        }
        return unique(types, Type::id, "twinTypes");
    }

    private PackGrant permissions() {
        return top.map("permissions").map(asked -> {
            asked.allowOnly(Set.of("points", "commands", "files", "network", "threads"));
            Optional<YamlMap> points = asked.map("points");
            points.ifPresent(inner -> inner.allowOnly(Set.of("read", "write")));
            List<String> network = patterns(asked, "network", NETWORK, "host:port");
            network.stream().filter(text -> NETWORK.matcher(text).matches()
                    && Integer.parseInt(text.substring(text.lastIndexOf(':') + 1)) > 65_535)
                    .forEach(text -> asked.problem("network", "'network': the port of " + Quoted.name(text) + " is above 65535"));
            return new PackGrant(points.map(inner -> patterns(inner, "read", POINTS, "twin/point with * for any text")).orElse(List.of()),
                    points.map(inner -> patterns(inner, "write", POINTS, "twin/point with * for any text")).orElse(List.of()),
                    patterns(asked, "commands", COMMAND, "'type: command'"), asked.flag("files"), network,
                    asked.has("threads") ? (int) asked.whole("threads", 0, MOST_THREADS) : 0);
        }).orElse(PackGrant.NONE);
    }

    private static List<String> patterns(YamlMap map, String key, Pattern form, String wanted) {
        List<String> texts = map.texts(key);
        texts.forEach(text -> checked(map, key, text, t -> form.matcher(t).matches(), wanted));
        return texts;
    }

    private List<Resource> resources(String key) {
        List<Resource> resources = top.maps(key).stream().map(each -> {
            each.allowOnly(Set.of("id", "file", "title"));
            return new Resource(matching(each, "id", ID, "lower-case letters, digits and hyphens"), path(each, "file"),
                    languages(each, "title", true));
        }).toList();
        return unique(resources, Resource::id, key);
    }

    private List<String> paths(String key) {
        List<String> paths = top.texts(key);
        paths.forEach(path -> checkPath(top, key, path));
        return unique(paths, path -> path, key);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = languages(top, "texts", false);
        texts.values().forEach(path -> checkPath(top, "texts", path));
        return texts;
    }

    private List<Change> changelog() {
        List<Change> changes = top.maps("changelog").stream().map(each -> {
            each.allowOnly(Set.of("version", "breaking", "text", "migration"));
            return new Change(version(each, "version"), each.flag("breaking"), languages(each, "text", true),
                    languages(each, "migration", false));
        }).toList();
        if (top.require("changelog") && changes.isEmpty()) {
            top.problem("changelog", "'changelog' is empty; write what is new in this version");
        }
        return unique(changes, Change::version, "changelog");
    }

    private Map<String, Digest> files() {
        Map<String, Digest> files = new LinkedHashMap<>();
        top.map("files").ifPresent(inner -> {
            inner.keys().forEach(path -> {
                checkPath(inner, path, path);
                inner.map(path).ifPresent(entry -> {
                    entry.allowOnly(Set.of("sha256", "bytes"));
                    files.put(path, new Digest(matching(entry, "sha256", SHA256, "64 hex digits in lower case"),
                            entry.whole("bytes", 0, Long.MAX_VALUE)));
                });
            });
            if (files.isEmpty()) {
                top.problem("files", "'files' is empty; build the pack again");
            }
        });
        return files;
    }

    private static String path(YamlMap map, String key) {
        String path = map.text(key);
        return path.isEmpty() ? path : checkPath(map, key, path);
    }

    private static String checkPath(YamlMap map, String key, String path) {
        Set<String> reserved = Set.of(PackManifest.NAME, PackManifest.SIGNATURE);
        return checked(map, key, path, t -> t.length() <= Limits.STANDARD.nameBytes() && PATH.matcher(t).matches() && !reserved.contains(t),
                "a path within the pack such as views/plant.svg");
    }

    private static String version(YamlMap map, String key) {
        String text = map.text(key);
        return text.isEmpty() ? text : checked(map, key, text, SemanticVersion::isValid, "a semantic version such as 1.2.0");
    }

    private static String matching(YamlMap map, String key, Pattern form, String wanted) {
        String text = map.text(key);
        return text.isEmpty() ? text : checked(map, key, text, t -> form.matcher(t).matches(), wanted);
    }

    private static String checked(YamlMap map, String key, String text, Predicate<String> holds, String wanted) {
        if (!holds.test(text)) {
            map.problem(key, "'" + key + "' is " + Quoted.name(text) + "; write " + wanted);
        }
        return text;
    }

    /** Texts by language; a required one has at least one language, the lint asks for all of them. */
    private static Map<String, String> languages(YamlMap map, String key, boolean required) {
        if (required && !map.require(key)) {
            return Map.of();
        }
        Map<String, String> words = map.words(key);
        words.forEach((language, text) -> {
            checked(map, key, language, t -> LANGUAGE.matcher(t).matches(), "languages as keys, such as en and ko");
            checked(map, key, text, t -> !t.isBlank() && t.length() <= LONGEST_TEXT, "a text of 1 to " + LONGEST_TEXT + " characters");
        });
        if (required && words.isEmpty()) {
            map.problem(key, "'" + key + "' has no text; write at least 'en'");
        }
        return words;
    }

    private <T> List<T> unique(List<T> all, Function<T, String> name, String key) {
        Set<String> seen = new HashSet<>();
        all.stream().map(name).filter(each -> !each.isEmpty() && !seen.add(each)).distinct()
                .forEach(each -> top.problem(key, "'" + key + "' has " + Quoted.name(each) + " twice; remove one"));
        return all;
    }
}
