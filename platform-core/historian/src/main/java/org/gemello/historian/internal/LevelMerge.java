package org.gemello.historian.internal;

/** Merges eight neighbours of a level into one of the next, as long as they are small. */
abstract class LevelMerge implements Compaction.Merge {
    private static final int PARTS = 8;
    private static final int TOP_LEVEL = 4;
    private static final long MOST_BYTES = 32L << 20;

    @Override
    public boolean takes(HistoryFile file) {
        return file.name().level() < TOP_LEVEL && file.bytes() <= MOST_BYTES;
    }

    @Override
    public final int parts() {
        return PARTS;
    }

    @Override
    public final boolean takesRests() {
        return false;
    }
}
