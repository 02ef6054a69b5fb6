package org.gemello.pack.energy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Texts of the pack for people. The model carries the English ones; other languages lie beside them under the same keys. */
final class Texts {
    private final Properties texts = new Properties();

    private Texts(String language) {
        String file = "/OSGI-INF/l10n/" + language + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the pack has no " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Texts in(String language) {
        return new Texts(language);
    }

    /** @throws IllegalArgumentException where there is no such text */
    String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return text;
    }

    Properties all() {
        return texts;
    }
}
