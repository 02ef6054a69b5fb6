package org.gemello.packs.internal.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.gemello.api.pack.PackLogLine;

/** The last lines of one pack, bounded in number and in characters. For one thread at a time. */
final class LineRing {
    static final int MOST_LINES = 1_000;
    static final int MOST_CHARACTERS = 1 << 20;
    /** What a line takes beside its texts. */
    private static final int FRAME = 100;
    private final Deque<PackLogLine> lines = new ArrayDeque<>();
    private int characters;

    void add(PackLogLine line) {
        lines.addFirst(line);
        characters += size(line);
        while (lines.size() > MOST_LINES || characters > MOST_CHARACTERS) {
            characters -= size(lines.removeLast());
        }
    }

    private static int size(PackLogLine line) {
        return FRAME + line.logger().length() + line.message().length() + line.trace().length();
    }

    /** The newest first. */
    List<PackLogLine> lines() {
        return List.copyOf(lines);
    }

    /** Id of the newest line. */
    long newest() {
        return lines.getFirst().id();
    }
}
