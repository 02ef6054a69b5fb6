package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private static final long TIME = DateTime.now().utcTime();
    private final List<Sample> stored = new ArrayList<>();
    private final PointTable points = new PointTable();
    private final Site site = new Site("opc.tcp://localhost:4840");
    private final PointId first = site.bind("t/first", "ns=1;s=first");
    private final PointId second = site.bind("t/second", "ns=1;s=second");
    private final OpcUaSettings settings = OpcUaSettings.of(site.connections().get(0));
    private final Items items = new Items(site.bindings("plant"), settings, points);
    private final Intake intake = new Intake("plant", items, 100, (entry, trace, done) -> {
        SampleBatch batch = ((LogEntry.Samples) entry).batch();
        IntStream.range(0, batch.size()).forEach(row -> stored.add(batch.sample(row, trace)));
        done.accept(null);
    });
    private final Receiver receiver = new Receiver(settings, items, points, intake,
            new Filling(settings, points, intake, Pending.inMemory()),
            new Services(() -> null, () -> null, (name, connection) -> () -> { }, RunningConnector.UNUSED, Optional.empty()));

    private static DataValue value(int number) {
        return new DataValue(Variant.ofInt32(number), StatusCode.GOOD, new DateTime(TIME + number), null);
    }

    @Test
    void everyValueGoesToTheNodeOfItsHandleAndWhatWasNotAskedForToNobody() {
        Source[] byHandle = {null, items.sources().get(1), null, items.sources().get(0)};
        Changes changes = new Changes();
        int[] handles = {3, 1, 1, 0, 4, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 3};
        for (int i = 0; i < handles.length; i++) {
            changes.add(handles[i], value(i));
        }
        receiver.values(changes, byHandle, TraceId.random());
        assertThat(stored).extracting(Sample::point).containsExactly(first, second, second, first);
        assertThat(stored).extracting(Sample::value).containsExactly(0L, 1L, 2L, 8L);
        assertThat(receiver.received()).isEqualTo(4);
    }
}
