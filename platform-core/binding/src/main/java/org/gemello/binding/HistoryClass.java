package org.gemello.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How dear the past of a point is. */
public enum HistoryClass {
    /** Kept as long as there is room on the disk at all. */
    NORMAL("normal"),
    /** Given up first when the disk fills, see {@link org.gemello.api.health.DiskWatch.Level#NO_LOW_CLASS_HISTORY}. */
    LOW("low");

    private final String word;

    HistoryClass(String word) {
        this.word = word;
    }

    public static Optional<HistoryClass> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** As written in a configuration file. */
    public static List<String> words() {
        return Arrays.stream(values()).map(one -> one.word).toList();
    }
}
