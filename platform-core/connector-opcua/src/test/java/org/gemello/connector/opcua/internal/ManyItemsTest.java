package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.Test;

class ManyItemsTest {
    private static final int ITEMS = 20_000;

    @Test
    void twentyThousandItemsOfOneConnectionAreMadeWithinTheServersLimits() throws Exception {
        try (OpcUaTestServer server = new OpcUaTestServer(OpcUaTestServer.freePort(), 700)) {
            List<OpcUaVariable> variables = IntStream.range(0, ITEMS).mapToObj(i -> server.add("v" + i, 0L)).toList();
            server.start();
            Site site = new Site(server.endpoint()).with("itemsPerSubscription", "6000").with("publishingInterval", "200 ms")
                    .with("samplingInterval", "100 ms").with("keepAliveInterval", "5 s");
            variables.forEach(variable -> site.bind("t/" + variable.name(), variable.nodeId()));
            try (RunningConnector connector = new RunningConnector(site)) {
                await().until(() -> connector.connection().view().received() >= ITEMS);
                for (long round = 1; round <= 2; round++) {
                    long value = round;
                    variables.forEach(variable -> variable.set(value));
                    await().until(() -> connector.connection().view().received() >= (value + 1) * ITEMS);
                }
                assertThat(server.subscriptions()).isEqualTo(4);
                assertThat(connector.connection().monitored().values()).hasSize(ITEMS)
                        .allSatisfy(item -> assertThat(item.status()).isZero());
                await().until(() -> connector.log.samples().size() == 3 * ITEMS);
            }
        }
    }

    @Test
    void aServerThatFindsACallTooLargeIsAskedForHalf() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> doubled = Batches.call(IntStream.range(0, 10).boxed().toList(), 8, part -> {
            sizes.add(part.size());
            if (part.size() > 3) {
                throw new UaException(StatusCodes.Bad_TooManyOperations);
            }
            return part.stream().map(i -> 2 * i).toList();
        });
        assertThat(sizes).containsExactly(8, 4, 2, 2, 2, 2, 2);
        assertThat(doubled).containsExactlyElementsOf(IntStream.range(0, 10).map(i -> 2 * i).boxed().toList());
    }

    @Test
    void theQueueHoldsTheOutageBudgetAndAPublishingInterval() {
        Duration tenth = Duration.ofMillis(100);
        assertThat(Budget.queueSize(Duration.ofSeconds(10), Duration.ofMillis(250), tenth, 100_000)).isEqualTo(103);
        assertThat(Budget.queueSize(Duration.ofHours(1), Duration.ofMillis(250), tenth, 1_000)).isEqualTo(1_000);
        assertThat(Budget.covered(new Source.Monitored(0, 100, 103), 250)).isGreaterThan(10);
        assertThat(Budget.covered(new Source.Monitored(0, 100, 10), 250)).isEqualTo(0.75);
    }
}
