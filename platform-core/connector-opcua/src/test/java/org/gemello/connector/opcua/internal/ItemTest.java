package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.junit.jupiter.api.Test;

class ItemTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final PointDefinition POINT = new PointDefinition(PointId.parse("t/p"), "1");
    private final Item item = new Item(
            new PointBinding(POINT, "plant", "ns=1;s=p", LinearScale.IDENTITY, false, "x:1:1"), 0, Duration.ZERO, 1);

    private static long second(int second) {
        return Times.nanos(START.plusSeconds(second));
    }

    private static DataValue value(double value, int second) {
        return new DataValue(new Variant(value), StatusCode.GOOD, new DateTime(START.plusSeconds(second)), null);
    }

    private static Gap gap(int from, int to, String reason) {
        return new Gap(POINT, START.plusSeconds(from), START.plusSeconds(to), reason);
    }

    @Test
    void aValueKeepsItsSourceTime() {
        assertThat(item.received(value(1, 5), second(100))).isEqualTo(second(5));
    }

    @Test
    void afterALossAnUnchangedValueHoldsFromItsReceptionOn() {
        item.received(value(1, 5), second(6));
        assertThat(item.lose(second(10))).isTrue();
        assertThat(item.lose(second(11))).as("the loss is told once").isFalse();
        assertThat(item.isRepeat(value(1, 5))).isFalse();
        assertThat(item.received(value(1, 5), second(20))).isEqualTo(second(20));
    }

    @Test
    void afterALossAValueThatTheServerKeptInItsQueueKeepsItsSourceTime() {
        item.received(value(1, 5), second(6));
        item.lose(second(10));
        assertThat(item.received(value(2, 9), second(20))).isEqualTo(second(9));
    }

    @Test
    void theSameValueStatusAndSourceTimeIsTheSameSample() {
        item.received(value(1, 5), second(6));
        assertThat(item.isRepeat(value(1, 5))).isTrue();
        assertThat(item.isRepeat(value(2, 5))).isFalse();
        assertThat(item.isRepeat(value(1, 6))).isFalse();
        assertThat(item.isRepeat(value(1, 5).withStatus(StatusCode.BAD))).isFalse();
    }

    @Test
    void aHoleEndsWithTheFirstSampleAfterIt() {
        item.missSinceLast("nothing is known before the first value");
        assertThat(item.close(second(1))).isEmpty();
        item.received(value(1, 5), second(6));
        item.missSinceLast("lost");
        assertThat(item.close(second(5))).as("this sample is not after the hole").isEmpty();
        assertThat(item.close(second(9))).contains(gap(5, 9, "lost"));
        assertThat(item.close(second(10))).isEmpty();
    }

    @Test
    void twoHolesWithNothingBetweenThemAreOne() {
        item.miss(new Hole(second(7), "not stored"));
        item.miss(new Hole(second(5), "lost"));
        item.miss(new Hole(second(6), "again"));
        assertThat(item.close(second(9))).contains(gap(5, 9, "lost"));
    }

    @Test
    void ofValuesMarkedAsOverflownInOneNotificationOnlyTheFirstFollowsAHole() {
        item.received(value(1, 1), second(1));
        item.overflow(1);
        assertThat(item.close(second(4))).contains(gap(1, 4, "the server's queue of the item overflowed"));
        item.received(value(2, 4), second(4));
        item.overflow(1);
        assertThat(item.close(second(5))).isEmpty();
        item.overflow(2);
        assertThat(item.close(second(6))).isPresent();
    }
}
