package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last image of a twin for each schema that it ever had, so that an older version goes back to its own state and a newer one finds
 * its state again. At most {@link #SCHEMAS} are kept: beyond, the one that saw least of the log goes. Safe for use by many threads.
 */
final class KeptImages {
    /** Schemas kept for one twin. */
    static final int SCHEMAS = 4;
    private static final Comparator<StateImage> BY_OFFSET = Comparator.comparingLong(StateImage::applied);
    private final TreeMap<Integer, StateImage> bySchema = new TreeMap<>();

    synchronized void keep(StateImage image) {
        bySchema.put(image.schema(), image);
        while (bySchema.size() > SCHEMAS) {
            bySchema.remove(bySchema.values().stream().filter(kept -> kept != image).min(BY_OFFSET).orElseThrow().schema());
        }
    }

    /**
     * The image from which a type starts: the one of the highest schema not above its own from whose offset the log still reaches to now,
     * else the newest one; empty where there is none.
     *
     * @param logStart oldest offset that the log keeps
     */
    synchronized Optional<StateImage> choose(int schema, long logStart) {
        Map<Integer, StateImage> known = bySchema.headMap(schema, true);
        return bySchema.headMap(schema, true).descendingMap().values().stream().filter(image -> image.applied() + 1 >= logStart).findFirst()
                .or(() -> known.values().stream().max(BY_OFFSET))
                .or(this::newest);
    }

    /** The image that saw most of the log. */
    synchronized Optional<StateImage> newest() {
        return bySchema.values().stream().max(BY_OFFSET);
    }

    synchronized Optional<StateImage> ofHighestSchema() {
        return Optional.ofNullable(bySchema.lastEntry()).map(Map.Entry::getValue);
    }

    synchronized Optional<StateImage> of(int schema) {
        return Optional.ofNullable(bySchema.get(schema));
    }

    synchronized List<StateImage> all() {
        return new ArrayList<>(bySchema.values());
    }
}
