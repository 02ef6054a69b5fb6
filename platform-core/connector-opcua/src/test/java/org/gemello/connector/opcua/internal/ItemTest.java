package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Times;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.junit.jupiter.api.Test;

class ItemTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final PointDefinition POINT = new PointDefinition(PointId.parse("t/p"), "1");
    private final Item item = new Item(
            new PointBinding(POINT, "plant", "ns=1;s=p", LinearScale.IDENTITY, false, "x:1:1"), 0,
            new Source(ExpandedNodeId.parse("ns=1;s=p"), Duration.ZERO, 1), ValuePath.WHOLE);

    private static long second(int second) {
        return Times.nanos(START.plusSeconds(second));
    }

    /** A good value comes in, with the second in which it was made and that in which it is received. */
    private long receive(double value, int made, int received) {
        return item.received(value, 0, new DateTime(START.plusSeconds(made)).utcTime(), second(made), second(received));
    }

    private boolean isRepeat(double value, int quality, int made) {
        return item.isRepeat(value, quality, new DateTime(START.plusSeconds(made)).utcTime());
    }

    private Optional<Gap> close(int second) {
        return item.close(second(second), second(second)).map(Stretch::gap);
    }

    private static Gap gap(int from, int to, String reason) {
        return new Gap(POINT, START.plusSeconds(from), START.plusSeconds(to), reason);
    }

    @Test
    void aValueKeepsItsSourceTime() {
        assertThat(receive(1, 5, 100)).isEqualTo(second(5));
    }

    @Test
    void afterALossAnUnchangedValueHoldsFromItsReceptionOn() {
        receive(1, 5, 6);
        assertThat(item.lose(second(10))).isTrue();
        assertThat(item.lose(second(11))).as("the loss is told once").isFalse();
        assertThat(isRepeat(1, 0, 5)).isFalse();
        assertThat(receive(1, 5, 20)).isEqualTo(second(20));
    }

    @Test
    void afterALossAValueThatTheServerKeptInItsQueueKeepsItsSourceTime() {
        receive(1, 5, 6);
        item.lose(second(10));
        assertThat(receive(2, 9, 20)).isEqualTo(second(9));
    }

    @Test
    void theSameValueStatusAndSourceTimeIsTheSameSample() {
        receive(1, 5, 6);
        assertThat(isRepeat(1, 0, 5)).isTrue();
        assertThat(isRepeat(2, 0, 5)).isFalse();
        assertThat(isRepeat(1, 0, 6)).isFalse();
        assertThat(isRepeat(1, Quality.BAD.code(), 5)).isFalse();
    }

    @Test
    void aHoleEndsWithTheFirstSampleAfterIt() {
        item.missSinceLast("nothing is known before the first value");
        assertThat(close(1)).isEmpty();
        receive(1, 5, 6);
        item.missSinceLast("lost");
        assertThat(close(5)).as("this sample is not after the hole").isEmpty();
        assertThat(close(9)).contains(gap(5, 9, "lost"));
        assertThat(close(10)).isEmpty();
    }

    @Test
    void twoHolesWithNothingBetweenThemAreOne() {
        item.miss(new Hole(second(7), "not stored"));
        item.miss(new Hole(second(5), "lost"));
        item.miss(new Hole(second(6), "again"));
        assertThat(close(9)).contains(gap(5, 9, "lost"));
    }

    private Optional<Gap> overflow(int notification, int made, boolean discardOldest) {
        item.comes(notification, second(made));
        Optional<Gap> gap = item.overflow(discardOldest).map(Stretch::gap);
        receive(made, made, made);
        return gap;
    }

    @Test
    void ofAnOverflowOfTheOldestValuesAreMissingBeforeTheFirstOfTheQueueWhicheverIsMarked() {
        receive(1, 1, 1);
        item.comes(1, second(4));
        receive(4, 4, 4);
        assertThat(overflow(1, 5, true)).contains(gap(1, 4, "the server's queue of the item overflowed"));
        assertThat(overflow(1, 6, true)).as("it was told").isEmpty();
        item.goesOn(2);
        assertThat(overflow(2, 7, true)).as("the same queue, in a second message").isEmpty();
        assertThat(overflow(3, 9, true)).contains(gap(7, 9, "the server's queue of the item overflowed"));
    }

    @Test
    void ofAnOverflowOfTheNewestValuesAreMissingBeforeTheOneThatIsMarked() {
        receive(1, 1, 1);
        receive(4, 4, 4);
        item.comes(1, second(9));
        assertThat(item.overflow(false)).isEmpty();
        assertThat(close(9)).contains(gap(4, 9, "the server's queue of the item overflowed"));
    }

    @Test
    void aHoleThatIsKnownExplainsAnOverflow() {
        receive(1, 1, 1);
        item.missSinceLast("lost");
        item.comes(1, second(4));
        receive(4, 4, 4);
        assertThat(close(4)).contains(gap(1, 4, "lost"));
        assertThat(overflow(1, 5, true)).isEmpty();
    }

    @Test
    void whereTheValueIsStillTheOldOneNothingWasMissed() {
        receive(1, 5, 6);
        item.missSinceLast("lost");
        item.lose(second(10));
        assertThat(receive(1, 5, 20)).isEqualTo(second(20));
        assertThat(item.hasHole()).isFalse();
    }

    @Test
    void anotherValueOfTheSameTimeLeavesTheHole() {
        receive(1, 5, 6);
        item.missSinceLast("lost");
        item.lose(second(10));
        receive(2, 5, 20);
        assertThat(close(20)).contains(gap(5, 20, "lost"));
    }

    @Test
    void whatAnEarlierRunHasStoredIsWhereTheHoleBegins() {
        item.resume(second(3), second(3));
        assertThat(receive(7, 9, 9)).isEqualTo(second(9));
        assertThat(close(9)).contains(gap(3, 9, "the platform did not follow the connection"));
    }

    @Test
    void aValueThatIsOlderThanTheEarlierRunsEndHoldsFromNowOn() {
        item.resume(Item.NEVER, second(4));
        assertThat(receive(7, 2, 9)).isEqualTo(second(9));
        assertThat(item.hasHole()).isFalse();
        assertThat(item.lose(second(10))).isTrue();
    }
}
