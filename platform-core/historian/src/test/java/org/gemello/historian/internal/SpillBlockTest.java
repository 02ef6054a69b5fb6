package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.gemello.history.GapRow;
import org.gemello.history.Row;
import org.junit.jupiter.api.Test;

class SpillBlockTest {
    private static final int ROWS = 50;

    private static byte[] block() {
        SeriesRows rows = new SeriesRows(ROWS);
        for (int i = 0; i < ROWS; i++) {
            rows.add(Row.of(Records.START + i, 5, i, 0, i % 9 == 0 ? "stop" : (Object) (double) i, "kW"));
        }
        SpillBuffer buffer = new SpillBuffer();
        SpillBlock.write(buffer, Records.POWER, rows, 0, ROWS, List.of(new GapRow(1, 2, 3, "kW", "lost")), true);
        ByteBuffer content = buffer.content();
        byte[] bytes = new byte[content.limit()];
        content.get(bytes);
        return bytes;
    }

    /** A checksum can be right and the content nonsense, made by another hand: then it is refused, or means something else. */
    @Test
    void nonsenseIsRefusedByAnExceptionThatReadersKnow() {
        Random random = new Random(23);
        byte[] whole = block();
        int refused = 0;
        for (int turn = 0; turn < 20_000; turn++) {
            byte[] bytes = whole.clone();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(bytes) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            SpillBlock block = new SpillBlock(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            SeriesRows rows = new SeriesRows(1);
            block.samples(rows, new SpillBlock.Columns(), null);
            assertThat(rows.size()).isEqualTo(block.size());
            return false;
        } catch (IOException expected) {
            return true;
        }
    }
}
