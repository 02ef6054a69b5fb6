package org.gemello.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleBatchTest {
    private final PointTable points = new PointTable();
    private final int power = points.handle(new PointDefinition(PointId.parse("wt-01/WTUR.W"), "kW"));
    private final int state = points.handle(new PointDefinition(PointId.parse("wt-01/WTUR.State"), "1"));

    private SampleBatch allKinds() {
        return SampleBatch.builder(points, 1)
                .add(power, 1500.5, 0, 10, 11)
                .add(state, 2L, 0x40000000, 20, 21)
                .add(state, true, 0, 30, 31)
                .add(state, "on", 0, 40, 41)
                .addNone(power, 0x80310000, 50, 51)
                .build();
    }

    @Test
    void rowsComeBackAsTheyWereAdded() {
        SampleBatch batch = allKinds();
        assertThat(batch.size()).isEqualTo(5);
        assertThat(batch.value(0)).isEqualTo(1500.5);
        assertThat(batch.value(1)).isEqualTo(2L);
        assertThat(batch.value(2)).isEqualTo(true);
        assertThat(batch.value(3)).isEqualTo("on");
        assertThat(batch.value(4)).isNull();
        assertThat(batch.doubleValue(1)).isEqualTo(2);
        assertThat(batch.doubleValue(3)).isNaN();
        assertThat(batch.quality(1).isUncertain()).isTrue();
        assertThat(batch.quality(4)).isEqualTo(Quality.BAD_NO_COMMUNICATION);
        assertThat(batch.sample(0, TraceId.NONE).unit()).isEqualTo("kW");
    }

    @Test
    void aBatchOfColumnsHasThemAsItsRows() {
        SampleBatch batch = SampleBatch.ofColumns(points, new int[] {state, power}, new byte[] {4, 1},
                new long[] {0, Double.doubleToRawLongBits(1.5)}, new String[] {"on", null}, new int[2], new long[] {10, 20},
                new long[] {11, 21});
        assertThat(batch.value(0)).isEqualTo("on");
        assertThat(batch.value(1)).isEqualTo(1.5);
        assertThat(batch.offset(1)).isEqualTo(-1);
        assertThat(batch.receivedTime(1)).isEqualTo(21);
        assertThatThrownBy(() -> SampleBatch.ofColumns(points, new int[2], new byte[2], new long[2], null, new int[1], new long[2],
                new long[2])).hasMessageContaining("length");
    }

    @Test
    void aSelectionKeepsTheOffsetsOfTheLog() {
        SampleBatch stored = allKinds().at(100);
        SampleBatch selected = stored.select(new int[] {3, 0}, 2);
        assertThat(selected.value(0)).isEqualTo("on");
        assertThat(selected.offset(0)).isEqualTo(103);
        assertThat(selected.offset(1)).isEqualTo(100);
    }

    @Test
    void aRangeKeepsTheOffsetsOfTheLogAndRangesWithinIt() {
        SampleBatch range = allKinds().at(100).range(1, 5).range(1, 3);
        assertThat(range.size()).isEqualTo(2);
        assertThat(range.value(0)).isEqualTo(true);
        assertThat(range.value(1)).isEqualTo("on");
        assertThat(range.sourceTime(1)).isEqualTo(40);
        assertThat(range.offset(0)).isEqualTo(102);
        assertThat(range.at(7).offset(1)).isEqualTo(8);
        assertThat(range.select(new int[] {1}, 1).range(0, 1).offset(0)).isEqualTo(103);
        assertThat(allKinds().range(3, 4).offset(0)).isEqualTo(-1);
        assertThatThrownBy(() -> range.range(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aBuilderServesOnce() {
        SampleBatchBuilder builder = SampleBatch.builder(points, 1).add(power, 1.0, 0, 0, 0);
        builder.build();
        assertThatThrownBy(() -> builder.add(power, 2.0, 0, 0, 0)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void boxedValuesTakeTheKindThatFitsAndOthersAreRefused() {
        SampleBatch batch = SampleBatch.builder(points, 4).addValue(power, 1.5f, 0, 0, 0).addValue(power, (short) 3, 0, 0, 0)
                .addValue(power, null, 0, 0, 0).build();
        assertThat(batch.kind(0)).isEqualTo(ValueKind.DOUBLE);
        assertThat(batch.kind(1)).isEqualTo(ValueKind.LONG);
        assertThat(batch.kind(2)).isEqualTo(ValueKind.NONE);
        assertThatThrownBy(() -> SampleBatch.builder(points, 1).addValue(power, new Object(), 0, 0, 0)).hasMessageContaining("Object");
    }

    @Test
    void theWorstQualityWins() {
        assertThat(Quality.GOOD.worst(Quality.UNCERTAIN)).isEqualTo(Quality.UNCERTAIN);
        assertThat(Quality.BAD.worst(Quality.UNCERTAIN)).isEqualTo(Quality.BAD);
        assertThat(new Quality(0x80AB0000).symbol()).isEqualTo("Bad (0x80AB0000)");
    }
}
