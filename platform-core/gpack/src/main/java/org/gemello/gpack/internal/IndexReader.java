package org.gemello.gpack.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Limits;
import org.gemello.gpack.RepositoryIndex;
import org.gemello.gpack.RepositoryIndex.Entry;
import org.gemello.gpack.SemanticVersion;
import org.gemello.gpack.VersionRange;

/** Reads the index of a repository, which is as hostile as a pack. */
public final class IndexReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,7}[A-Za-z0-9_-][A-Za-z0-9._-]*\\.gpack");

    private IndexReader() {
    }

    public static RepositoryIndex read(byte[] yaml) throws PackRefusedException {
        Problems problems = new Problems();
        Optional<RepositoryIndex> index = YamlText.read(yaml, RepositoryIndex.NAME, problems).flatMap(top -> index(top, problems));
        problems.refuse();
        return index.orElseThrow();
    }

    private static Optional<RepositoryIndex> index(YamlMap top, Problems problems) {
        top.allowOnly(Set.of("index", "publisher", "packs"));
        top.whole("index", RepositoryIndex.FORMAT, RepositoryIndex.FORMAT);
        top.require("packs");
        List<Entry> entries = top.maps("packs").stream().map(IndexReader::entry).toList();
        Set<String> seen = new HashSet<>();
        entries.stream().filter(entry -> !seen.add(entry.id() + " " + entry.version()))
                .forEach(entry -> top.problem("packs", Quoted.name(entry.id() + " " + entry.version()) + " is there twice; remove one"));
        String publisher = matching(top, "publisher", ID);
        return problems.isEmpty() ? Optional.of(new RepositoryIndex(publisher, entries)) : Optional.empty();
    }

    private static Entry entry(YamlMap map) {
        map.allowOnly(Set.of("id", "version", "publisher", "title", "description", "platform", "sha256", "bytes", "file"));
        String version = map.text("version");
        if (!version.isEmpty() && !SemanticVersion.isValid(version)) {
            map.problem("version", "'version' is no semantic version");
        }
        return new Entry(matching(map, "id", ID), version, matching(map, "publisher", ID), map.words("title"), map.words("description"),
                range(map), matching(map, "sha256", SHA256), map.whole("bytes", 1, Limits.STANDARD.fileBytes()),
                matching(map, "file", FILE));
    }

    private static VersionRange range(YamlMap map) {
        try {
            return VersionRange.parse(map.text("platform"));
        } catch (IllegalArgumentException e) {
            map.problem("platform", "'platform': " + e.getMessage());
            return VersionRange.ALL;
        }
    }

    private static String matching(YamlMap map, String key, Pattern form) {
        String text = map.text(key);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            map.problem(key, "'" + key + "' is " + Quoted.name(text) + ", which is not of the form " + form);
        }
        return text;
    }
}
