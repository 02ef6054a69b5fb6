package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PackedLongsTest {
    private static ByteBuffer packed(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate((int) PackedLongs.mostBytes(values.length) + PackedLongs.PADDING)
                .order(ByteOrder.LITTLE_ENDIAN);
        PackedLongs.write(bytes, values, 0, values.length);
        return bytes.putLong(0).flip();
    }

    private static long[] thereAndBack(long[] values) throws IOException {
        long[] read = new long[values.length];
        ByteBuffer bytes = packed(values);
        PackedLongs.read(bytes, read, read.length);
        assertThat(bytes.remaining()).isEqualTo(PackedLongs.PADDING);
        return read;
    }

    @Test
    void everyColumnComesBack() throws IOException {
        Random random = new Random(1);
        for (int bits = 0; bits <= Long.SIZE; bits++) {
            int unused = Math.min(Long.SIZE - bits, Long.SIZE - 1);
            long[] values = LongStream.generate(random::nextLong).map(value -> value >> unused).limit(1 + random.nextInt(100)).toArray();
            assertThat(thereAndBack(values)).isEqualTo(values);
        }
        long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
        assertThat(thereAndBack(extremes)).isEqualTo(extremes);
    }

    @Test
    void equalStepsTakeNoRoom() {
        assertThat(packed(LongStream.range(0, 1_000).map(i -> i * 500).toArray()).limit()).isEqualTo(17 + PackedLongs.PADDING);
        assertThat(packed(LongStream.range(0, 1_000).map(i -> i * 500 + i % 200).toArray()).limit())
                .isEqualTo(17 + 999 + PackedLongs.PADDING);
    }

    @Test
    void moreThanThereIsIsRefused() {
        ByteBuffer bytes = packed(new long[] {1, 5, 7});
        assertThatThrownBy(() -> PackedLongs.read(bytes, new long[100], 100)).isInstanceOf(IOException.class);
    }
}
