package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final List<Source> sources = IntStream.range(0, 3).mapToObj(SequenceTest::source).toList();
    private final List<OpcUaMonitoredItem> items = monitored();
    private final Sequence sequence = new Sequence(sources);

    private static Source source(int number) {
        Source source = new Source(number, ExpandedNodeId.parse("ns=1;s=n" + number), Duration.ZERO, 1);
        bind(source, ValuePath.WHOLE);
        return source;
    }

    private static void bind(Source source, ValuePath path) {
        PointDefinition point = new PointDefinition(PointId.parse("t/p" + source.items().size()), "1");
        source.add(new Item(new PointBinding(point, "plant", source.address(), LinearScale.IDENTITY, false, "x:1:1"), 0, source, path));
    }

    /** The items of a connection. */
    private List<OpcUaMonitoredItem> monitored() {
        return sources.stream().map(source -> {
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(new NodeId(1, "n" + source.number));
            item.setUserObject(source);
            return item;
        }).toList();
    }

    private void assertFound(List<OpcUaMonitoredItem> told, int... numbers) {
        for (int number : numbers) {
            sequence.find(told.get(number));
            assertThat(sequence.source()).isSameAs(sources.get(number));
            assertThat(sequence.only()).isSameAs(sources.get(number).items().get(0));
        }
    }

    @Test
    void inOrderAndRoundAndSeveralOfOne() {
        assertFound(items, 0, 0, 1, 2, 2, 0, 1, 1, 2, 0, 0);
    }

    @Test
    void inAnyOtherOrder() {
        assertFound(items, 2, 0, 2, 1, 0, 0, 2, 1);
    }

    @Test
    void aNewConnectionHasItemsOfItsOwn() {
        assertFound(items, 0, 1, 2);
        List<OpcUaMonitoredItem> next = monitored();
        assertFound(next, 0, 1, 2, 0);
        assertFound(items, 0);
        assertFound(next, 1, 0);
    }

    @Test
    void aNodeWithSeveralPointsOrAPartOfItsValueHasNoOnlyPoint() {
        bind(sources.get(1), ValuePath.WHOLE);
        Source part = new Source(3, ExpandedNodeId.parse("ns=1;s=part"), Duration.ZERO, 1);
        bind(part, ValuePath.parse("[1]"));
        assertThat(part.only()).isNull();
        assertThat(sources.get(0).only()).isNotNull();
        assertThat(sources.get(1).only()).isNull();
    }
}
