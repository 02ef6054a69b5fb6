package org.gemello.ctl;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML 1.2 as plain maps and lists; bounded against documents that blow up. */
final class Yaml {
    private static final LoadSettings SETTINGS = LoadSettings.builder().setMaxAliasesForCollections(10).setCodePointLimit(4 << 20)
            .setAllowDuplicateKeys(false).build();

    private Yaml() {
    }

    static Object one(String text) {
        return new Load(SETTINGS).loadFromString(text);
    }

    /** All documents of a text, without empty ones. */
    static List<Object> all(String text) {
        List<Object> documents = new ArrayList<>();
        new Load(SETTINGS).loadAllFromString(text).forEach(document -> {
            if (document != null) {
                documents.add(document);
            }
        });
        return documents;
    }
}
