package org.gemello.gpack.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.pack.PackRefusedException;

/**
 * Everything wrong that one reading finds, so that the author sees all of it at once. Texts quote what may be hostile: one line, not
 * long.
 */
public final class Problems {
    private static final int LONGEST = 400;
    private static final int MOST = 200;
    private final List<String> texts = new ArrayList<>();

    public void add(Place place, String text) {
        add(place + ": " + text);
    }

    public void add(String text) {
        if (texts.size() < MOST) {
            texts.add(Quoted.line(text, LONGEST));
        }
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** @throws PackRefusedException with all texts, one a line, where there are any */
    public void refuse() throws PackRefusedException {
        if (!texts.isEmpty()) {
            throw new PackRefusedException(String.join("\n", texts));
        }
    }
}
