package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatComesLaterIsWaitedFor() throws Exception {
        OpcUaVariable power = server.add("power", 5.0);
        PointId point = site.bind("wt-01/WTUR.W", power.nodeId());
        try (RunningConnector connector = new RunningConnector(site)) { // starting a route does not wait for the server
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            assertThat(connector.connection().view().reason()).isNotBlank();
            await().until(() -> connector.log.last(point) != null);
            assertThat(connector.log.last(point).quality()).isEqualTo(Quality.BAD_NO_COMMUNICATION);

            server.start();
            await().until(() -> Double.valueOf(5.0).equals(connector.log.last(point).value()));
            assertThat(connector.connection().view().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(connector.log.gaps(point)).as("nothing is known of the time before the first value").isEmpty();
        }
    }

    @Test
    void theTimeInWhichNobodyFollowedTheConnectionIsAGapUpToTheFirstNewValue() throws Exception {
        OpcUaVariable counter = server.counters("counter", 1, 50).get(0);
        PointId counting = site.bind("t/counter", counter.nodeId());
        server.start();
        Instant since = Instant.now().minusSeconds(60);
        try (RunningConnector connector = new RunningConnector(site, "opcua:plant?silentSince=" + Times.nanos(since))) {
            await().until(() -> connector.log.samples(counting).size() > 3);
            assertThat(connector.log.gaps(counting)).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(since);
                assertThat(gap.to()).isEqualTo(connector.log.samples(counting).get(0).sourceTime());
            });
        }
    }

    @Test
    void aRestartOfTheServerIsSeenAndLeavesOneGapAndNoSampleTwice() throws Exception {
        OpcUaVariable counter = server.counters("counter", 1, 50).get(0);
        OpcUaVariable still = server.add("still", "unchanged");
        PointId counting = site.bind("t/counter", counter.nodeId());
        PointId unchanged = site.bind("t/still", still.nodeId());
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.samples(counting).size() > 20 && connector.log.last(unchanged) != null);

            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            await().until(() -> connector.log.last(unchanged).quality().equals(Quality.BAD_NO_COMMUNICATION));
            assertThat(connector.connection().view().reason()).contains(server.endpoint());
            Sample lost = connector.log.last(counting);
            assertThat(lost.value()).isNull();
            assertThat(lost.quality()).isEqualTo(Quality.BAD_NO_COMMUNICATION);
            long lastBefore = (Long) counter.value();
            await().until(() -> (Long) counter.value() > lastBefore + 10);

            server.start();
            await().until(() -> connector.log.last(counting).value() != null
                    && connector.log.last(unchanged).value() != null);
            int size = connector.log.samples(counting).size();
            await().until(() -> connector.log.samples(counting).size() > size + 20);

            List<Sample> samples = connector.log.samples(counting).stream().filter(sample -> sample.value() != null).toList();
            List<Long> counts = samples.stream().map(sample -> (Long) sample.value()).toList();
            assertThat(counts).doesNotHaveDuplicates().isSorted();
            assertThat(samples).extracting(Sample::sourceTime).doesNotHaveDuplicates();
            assertThat(connector.log.gaps(counting)).singleElement().satisfies(gap -> assertGap(gap, samples, counts));
            assertThat(connector.log.samples(unchanged)).extracting(Sample::value).containsExactly("unchanged", null, "unchanged");
            assertThat(connector.log.samples(unchanged)).extracting(Sample::sourceTime).doesNotHaveDuplicates().isSorted();
        }
    }

    /** The gap spans exactly the counts that never came. */
    private static void assertGap(Gap gap, List<Sample> samples, List<Long> counts) {
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i) > counts.get(i - 1) + 1) {
                assertThat(gap.from()).isEqualTo(samples.get(i - 1).sourceTime());
                assertThat(gap.to()).isEqualTo(samples.get(i).sourceTime());
                assertThat(gap.reason()).contains("lost");
                return;
            }
        }
        throw new AssertionError("no count is missing in " + counts);
    }

    @Test
    void aSubscriptionThatTheServerForgotIsMadeAnew() throws Exception {
        goesOnAfter(server::endSubscriptions);
    }

    @Test
    void aSessionThatTheServerForgotIsMadeAnew() throws Exception {
        goesOnAfter(server::endSessions);
    }

    private void goesOnAfter(Runnable damage) throws Exception {
        PointId counting = site.bind("t/counter", server.counters("counter", 1, 50).get(0).nodeId());
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.samples(counting).size() > 5);
            damage.run();
            await().until(() -> !connector.log.gaps(counting).isEmpty());
            int size = connector.log.samples(counting).size();
            await().until(() -> connector.log.samples(counting).size() > size + 5);
            assertThat(connector.connection().view().state()).isEqualTo(ConnectionState.CONNECTED);
            List<Object> counts = connector.log.samples(counting).stream().map(Sample::value).filter(Objects::nonNull).toList();
            assertThat(counts).doesNotHaveDuplicates();
        }
    }
}
