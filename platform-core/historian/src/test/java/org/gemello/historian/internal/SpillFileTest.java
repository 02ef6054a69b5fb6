package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;
import org.gemello.history.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillFileTest {
    /** Two names of which Java's hash is the same. */
    private static final PointId SAME = PointId.parse("wt-01/Aa");
    private static final PointId HASH = PointId.parse("wt-01/BB");
    private static final long SHARED = 1_000;
    private final Random random = new Random(3);
    private final Map<PointId, List<Row>> rows = new TreeMap<>();
    private final Map<PointId, List<GapRow>> gaps = new TreeMap<>();
    @TempDir
    private Path folder;
    private long offset;

    /** Points with rows of every kind, late ones, many, one, or only a gap. */
    @BeforeEach
    void fill() {
        Object[] values = {1.5, Double.NaN, -0.0, Long.MIN_VALUE, true, "läuft", "", null, Double.longBitsToDouble(random.nextLong())};
        for (int i = 0; i < 400; i++) {
            Object value = values[random.nextInt(values.length)];
            add(SAME, Records.START + random.nextInt(1_000_000_000), random.nextInt(), value, random.nextInt(9) == 0 ? "kW" : "m/s");
            add(HASH, Records.START + i * Records.SECOND, 0, 20 + i / 100.0, "1");
        }
        add(PointId.parse("wt-01/first"), Long.MIN_VALUE, 0, 1L, "1");
        add(PointId.parse("wt-01/first"), Long.MAX_VALUE, 0, -1L, "1");
        PointId silent = PointId.parse("wt-02/silent");
        rows.put(silent, List.of());
        gaps.put(silent, List.of(new GapRow(5, 9, offset++, "kW", "weg"), new GapRow(7, 8, offset++, "1", GapRow.FILL)));
    }

    private void add(PointId point, long time, int quality, Object value, String unit) {
        rows.computeIfAbsent(point, any -> new ArrayList<>()).add(Row.of(time, SHARED, offset++, quality, value, unit));
    }

    private HistoryFile write(boolean sharedReceptions) throws IOException {
        ReceivedTimes receptions = new ReceivedTimes();
        if (sharedReceptions) {
            receptions.add(0, SHARED);
        }
        Path path = folder.resolve("0.tmp");
        try (SpillFileWriter writer = new SpillFileWriter(path, rows.size(), receptions)) {
            for (PointId point : rows.keySet()) {
                SeriesRows series = new SeriesRows(1);
                rows.get(point).forEach(series::add);
                writer.point(point, series, gaps.getOrDefault(point, List.of()));
            }
            FileName name = writer.finish(0, offset);
            return new HistoryFile(Files.move(path, folder.resolve(name.toString())), name);
        }
    }

    private void readsAll(HistoryFile file) throws IOException {
        try (HistoryReader reader = HistoryReader.of(file)) {
            for (PointId point : rows.keySet()) {
                List<Row> found = new ArrayList<>();
                reader.samples(point, Long.MIN_VALUE, Long.MAX_VALUE, found::add);
                assertThat(found).isEqualTo(rows.get(point).stream().filter(row -> row.time() < Long.MAX_VALUE).toList());
                List<GapRow> foundGaps = new ArrayList<>();
                reader.gaps(point, foundGaps::add);
                assertThat(foundGaps).isEqualTo(gaps.getOrDefault(point, List.of()));
            }
        }
        readsFromBeginToEnd(file);
    }

    private void readsFromBeginToEnd(HistoryFile file) throws IOException {
        try (SpillFileReader reader = new SpillFileReader(file)) {
            SpillFileReader.Blocks blocks = reader.blocks();
            for (PointId point : rows.keySet()) {
                SpillBlock block = blocks.next();
                SeriesRows found = new SeriesRows(1);
                reader.append(block, found);
                assertThat(block.point()).isEqualTo(point);
                assertThat(IntStream.range(0, found.size()).mapToObj(found::row)).isEqualTo(rows.get(point));
            }
            assertThat(blocks.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRowComesBackBitForBit(boolean sharedReceptions) throws IOException {
        HistoryFile file = write(sharedReceptions);
        readsAll(file);
        readsAll(file); // with what is remembered of it
        assertThat(file.isIntact()).isTrue();
    }

    @Test
    void aPointThatItDoesNotKnowHasNothing() throws IOException {
        try (HistoryReader reader = HistoryReader.of(write(true))) {
            List<Object> found = new ArrayList<>();
            reader.samples(PointId.parse("wt-03/none"), Long.MIN_VALUE, Long.MAX_VALUE, found::add);
            reader.gaps(PointId.parse("wt-03/none"), found::add);
            assertThat(found).isEmpty();
        }
    }

    @Test
    void tellsTheNewestOfEachPoint() throws IOException {
        LastValues values = new LastValues();
        try (HistoryReader reader = HistoryReader.of(write(true))) {
            reader.newest(values);
        }
        assertThat(values.points()).hasSize(3);
        rows.forEach((point, all) -> assertThat(values.get(point)).isEqualTo(all.stream().max(Row.ORDER).orElse(null)));
    }

    /** The same file with other content. */
    private static HistoryFile changed(HistoryFile file, byte[] bytes) throws IOException {
        Files.write(file.path(), bytes);
        return new HistoryFile(file.path(), file.name());
    }

    @Test
    void aTornFileIsNotRead() throws IOException {
        HistoryFile file = write(true);
        byte[] whole = Files.readAllBytes(file.path());
        for (int length = 0; length < whole.length; length += 1 + random.nextInt(500)) {
            HistoryFile torn = changed(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> readsAll(torn)).isInstanceOf(IOException.class);
        }
    }

    /** Whatever bytes are changed: what is read is right, or refused. */
    @Test
    void aDamagedFileTellsNothingWrong() throws IOException {
        HistoryFile file = write(true);
        byte[] whole = Files.readAllBytes(file.path());
        for (int turn = 0; turn < 1_000; turn++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(20));
            for (int i = at; i < end; i++) {
                bytes[i] ^= (byte) (1 + random.nextInt(255));
            }
            HistoryFile damaged = changed(file, bytes);
            assertThat(damaged.isIntact()).isFalse();
            assertThatThrownBy(() -> readsAll(damaged)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void randomBytesAreNoFile() throws IOException {
        HistoryFile file = write(true);
        for (int turn = 0; turn < 300; turn++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            if (turn % 2 == 0 && bytes.length > Long.BYTES) { // with a place of the index that may be
                Arrays.fill(bytes, bytes.length - 7, bytes.length, (byte) 0);
            }
            HistoryFile noise = changed(file, bytes);
            assertThatThrownBy(() -> new SpillFileReader(noise)).isInstanceOf(IOException.class);
        }
    }
}
