package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.log.LogEntry;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private final PointDefinition wind = new PointDefinition(PointId.parse("met/wind"), "1");
    private final Silence silence = new Silence("mast", Bindings.dialect(new PointTable(),
            Bindings.topic("a").point("met/wind", "/v").build()), new PointTable());

    @Test
    void isToldOnceForEachLoss() {
        assertThat(silence.begun(1)).isPresent();
        assertThat(silence.begun(2)).isEmpty();
        silence.ended();
        assertThat(silence.begun(3)).isPresent();
        silence.untold();
        assertThat(silence.begun(4)).isPresent();
    }

    @Test
    void remembersAGapUntilItIsStored() {
        silence.missed(0);
        assertThat(silence.gaps(Instant.ofEpochSecond(5))).as("nothing was ever received").isEmpty();
        silence.missed(1_000_000_000L);
        silence.missed(2_000_000_000L);
        Gap gap = ((LogEntry.Gaps) silence.gaps(Instant.ofEpochSecond(5)).orElseThrow()).gaps().get(0);
        assertThat(gap.definition()).isEqualTo(wind);
        assertThat(gap.from()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(gap.to()).isEqualTo(Instant.ofEpochSecond(5));
        silence.gapsStored();
        assertThat(silence.gaps(Instant.ofEpochSecond(6))).isEmpty();
    }
}
