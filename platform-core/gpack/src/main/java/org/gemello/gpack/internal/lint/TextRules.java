package org.gemello.gpack.internal.lint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackManifest;
import org.gemello.gpack.SemanticVersion;

/** People read a pack in English and Korean, all of it; and they read what is new in this version. */
public final class TextRules {
    private final PackFile pack;
    private final PackManifest manifest;
    private final Findings findings;

    public TextRules(PackFile pack, Findings findings) {
        this.pack = pack;
        this.manifest = pack.manifest();
        this.findings = findings;
    }

    public void check() throws IOException {
        languages("title", manifest.title());
        languages("description", manifest.description());
        manifest.views().forEach(view -> languages("title of view " + view.id(), view.title()));
        manifest.bindings().forEach(binding -> languages("title of binding " + binding.id(), binding.title()));
        manifest.changelog().forEach(change -> {
            languages("changelog of " + change.version(), change.text());
            if (!change.migration().isEmpty()) {
                languages("migration note of " + change.version(), change.migration());
            } else if (change.breaking()) {
                findings.error(PackManifest.NAME, "version " + change.version()
                        + " breaks something and has no 'migration'; write what people must do");
            }
        });
        SemanticVersion version = SemanticVersion.parse(manifest.version());
        if (manifest.changelog().stream().map(change -> SemanticVersion.parse(change.version()))
                .noneMatch(each -> isSameRelease(each, version))) {
            findings.error(PackManifest.NAME, "the changelog has nothing on version " + manifest.version() + "; write what is new");
        }
        if (!manifest.texts().isEmpty()) {
            languages("texts", manifest.texts());
        }
        keys();
    }

    /** A snapshot reads the entry of the release that it becomes. */
    private static boolean isSameRelease(SemanticVersion entry, SemanticVersion version) {
        return entry.major() == version.major() && entry.minor() == version.minor() && entry.patch() == version.patch();
    }

    private void languages(String what, Map<String, String> texts) {
        PackManifest.LANGUAGES.stream().filter(language -> !texts.containsKey(language))
                .forEach(language -> findings.error(PackManifest.NAME, what + " is missing in '" + language + "'; add it"));
    }

    /** Every text file has the same keys. */
    private void keys() throws IOException {
        Map<String, Set<String>> keys = new TreeMap<>();
        Set<String> all = new TreeSet<>();
        for (String file : manifest.texts().values()) {
            if (manifest.files().containsKey(file)) {
                Properties texts = new Properties();
                try {
                    texts.load(new InputStreamReader(new ByteArrayInputStream(pack.read(file)), StandardCharsets.UTF_8));
                } catch (PackRefusedException | IllegalArgumentException e) {
                    findings.error(file, "cannot be read: " + e.getMessage());
                }
                keys.put(file, texts.stringPropertyNames());
                all.addAll(texts.stringPropertyNames());
            }
        }
        keys.forEach((file, own) -> all.stream().filter(key -> !own.contains(key))
                .forEach(key -> findings.error(file, "has no text '" + key + "', which another language has; add it")));
    }
}
