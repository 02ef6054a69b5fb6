package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gemello.api.PointId;

/**
 * The last frame of a spill file: version, number of blocks, number of samples and of gaps; for each block one number, the hash of its point above and
 * its place in the file below, sorted; received times of all samples, where they are not in the blocks. Small enough to be kept in
 * memory, while there is any, and then a question reads nothing but the block that it is about.
 */
final class SpillIndex {
    private static final int VERSION = 1;
    private static final long PLACE = 0xFFFF_FFFFL;
    private final long[] blocks;
    private final int samples;
    private final int gaps;
    private final ReceivedTimes receptions;

    /** @param blocks hash and place of each, in any order */
    SpillIndex(long[] blocks, int samples, int gaps, ReceivedTimes receptions) {
        this.blocks = blocks;
        this.samples = samples;
        this.gaps = gaps;
        this.receptions = receptions;
        Arrays.sort(blocks);
    }

    /** @throws IOException where it makes no sense */
    static SpillIndex read(ByteBuffer in) throws IOException {
        try {
            int version = in.getInt();
            int count = in.getInt();
            int samples = in.getInt();
            int gaps = in.getInt();
            if (version != VERSION || count < 0 || count > in.remaining() / Long.BYTES) {
                throw new IOException("an index of version " + version + " with " + count + " blocks");
            }
            long[] blocks = new long[count];
            in.asLongBuffer().get(blocks);
            in.position(in.position() + count * Long.BYTES);
            return new SpillIndex(blocks, samples, gaps, receptions(in));
        } catch (BufferUnderflowException e) {
            throw new IOException("the index is too short", e);
        }
    }

    private static ReceivedTimes receptions(ByteBuffer in) throws IOException {
        ReceivedTimes receptions = new ReceivedTimes();
        int count = in.getInt();
        if (count < 0) {
            throw new IOException("an index with " + count + " received times");
        }
        if (count > 0) {
            long[] offsets = new long[count];
            long[] times = new long[count];
            PackedLongs.read(in, offsets, count);
            PackedLongs.read(in, times, count);
            for (int i = 0; i < count; i++) {
                receptions.add(offsets[i], times[i]);
            }
        }
        return receptions;
    }

    void write(SpillBuffer out) {
        out.put(VERSION).put(blocks.length).put(samples).put(gaps);
        for (long block : blocks) {
            out.put(block);
        }
        int count = receptions.size();
        out.put(count);
        if (count > 0) {
            out.put(receptions.offsets(), 0, count).put(receptions.times(), 0, count);
        }
        out.put(0L);
    }

    /** The number that stands for a block. */
    static long entry(PointId point, long place) {
        return (long) point.toString().hashCode() << Integer.SIZE | place;
    }

    /** Places where there are blocks of the point; of others too, where the hash is the same. */
    long[] places(PointId point) {
        long first = entry(point, 0);
        int found = Arrays.binarySearch(blocks, first);
        int start = found < 0 ? -found - 1 : found;
        int end = start;
        while (end < blocks.length && (blocks[end] & ~PLACE) == first) {
            end++;
        }
        long[] places = Arrays.copyOfRange(blocks, start, end);
        for (int i = 0; i < places.length; i++) {
            places[i] &= PLACE;
        }
        return places;
    }

    int size() {
        return blocks.length;
    }

    /** Number of samples in the file. */
    int samples() {
        return samples;
    }

    boolean hasGaps() {
        return gaps > 0;
    }

    /** When the samples were received; empty where the blocks say it. */
    ReceivedTimes receptions() {
        return receptions;
    }
}
