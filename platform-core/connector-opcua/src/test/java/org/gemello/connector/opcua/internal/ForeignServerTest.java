package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable;
import org.gemello.api.connection.CertificateTrust.Certificate;
import org.gemello.api.connection.CertificateTrust.Standing;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.binding.LinearScale;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.gemello.testkit.node.NodePackage;
import org.gemello.testkit.node.NodeProcess;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector with a server of another make, signed and encrypted, as a user with a password. */
class ForeignServerTest {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final String NODE = "nsu=urn:foreign:plant;s=";
    private static final Instant BEGUN = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final int PORT = OpcUaTestServer.freePort();
    @TempDir
    private static Path folder;
    private static NodePackage peer;
    private static NodeProcess server;
    private static TrustList trust;
    private Site site;

    @BeforeAll
    static void startIt() throws Exception {
        peer = ForeignPeer.orSkip();
        startServer();
        trust = new TrustList(folder.resolve("pki"));
        Files.writeString(folder.resolve("password"), "correct horse");
    }

    private static void startServer() throws Exception {
        server = peer.start("server.js", PORT, folder.resolve("server"), BEGUN.toEpochMilli());
        assertThat(server.answer()).isEqualTo("ready");
    }

    @AfterAll
    static void stopIt() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void configure() {
        site = new Site("opc.tcp://127.0.0.1:" + PORT + "/foreign").with("security.policy", "Basic256Sha256").with("username", "operator")
                .with("passwordFile", folder.resolve("password").toString()).with("samplingInterval", "0 ms");
    }

    /** Whoever comes first approves its certificate. */
    private RunningConnector connect() throws Exception {
        RunningConnector connector = new RunningConnector(site, trust);
        await().until(() -> {
            trust.certificates().stream().filter(one -> one.standing() == Standing.REJECTED).map(Certificate::thumbprint)
                    .forEach(trust::approve);
            return connector.connection().view().state() == ConnectionState.CONNECTED;
        });
        return connector;
    }

    @Test
    void itsCertificateIsApprovedByItsThumbprint() throws Exception {
        PointId limit = site.bind("press/Limit", NODE + "Limit");
        TrustList empty = new TrustList(folder.resolve("other-pki"));
        try (RunningConnector connector = new RunningConnector(site, empty)) {
            await().until(() -> connector.connection().view().reason().startsWith("Bad_CertificateUntrusted"));
            Certificate shown = empty.certificates().stream().filter(one -> one.standing() == Standing.REJECTED).findFirst().orElseThrow();
            assertThat(shown.applicationUri()).isEqualTo("urn:foreign:server");
            assertThat(connector.log.samples()).allMatch(sample -> sample.value() == null);
            empty.approve(shown.thumbprint());
            await().until(() -> connector.log.last(limit) != null && connector.log.last(limit).value() != null);
            assertThat(connector.log.last(limit).value()).isEqualTo(80L);
        }
    }

    @Test
    void itIsBrowsedAndProposed() throws Exception {
        try (RunningConnector connector = connect()) {
            assertThat(connector.connection().browse("", "", 100).nodes()).extracting(Browsable.Node::node).contains(NODE + "Press");
            assertThat(connector.connection().browse(NODE + "Press", "", 1_000).nodes()).extracting(Browsable.Node::name)
                    .contains("Temperature", "SetSpeed", "Counter99");
            String proposed = connector.connection().propose(NODE + "Press", new TwinId("press-1")).yaml();
            assertThat(proposed).contains("# Double; -10.0 to 120.0\n      - {point: Temperature, node: \"" + NODE
                    + "Temperature\", unit: \"Cel\"}");
            assertThat(proposed.lines().filter(line -> line.contains("point: Counter"))).hasSize(100);
        }
    }

    @Test
    void valuesComeWithTheirSourceTimesAndQualities() throws Exception {
        List<PointId> counters = counters();
        PointId doubtful = site.bind("press/Doubtful", NODE + "Doubtful");
        PointId broken = site.bind("press/Broken", NODE + "Broken");
        PointId nowhere = site.bind("press/Nowhere", NODE + "Nowhere");
        try (RunningConnector connector = connect()) {
            await().until(() -> counters.stream().allMatch(counter -> connector.log.samples(counter).size() > 20));
            assertThat(counters).allSatisfy(counter -> {
                assertThat(new Ledger(connector.log, counter).problems()).isEmpty();
                assertThat(new Ledger(connector.log, counter).missing()).isZero();
                assertThat(connector.log.samples(counter)).allSatisfy(ForeignServerTest::hasTheTimeOfItsCount);
            });
            assertThat(connector.log.last(doubtful)).satisfies(sample -> {
                assertThat(sample.value()).isEqualTo(4.5);
                assertThat(sample.quality()).isEqualTo(Quality.UNCERTAIN_LAST_USABLE_VALUE);
                assertThat(sample.sourceTime()).isEqualTo(BEGUN);
            });
            assertThat(connector.log.last(broken).quality()).isEqualTo(new Quality((int) StatusCodes.Bad_SensorFailure));
            assertThat(connector.log.last(nowhere).quality()).isEqualTo(new Quality((int) StatusCodes.Bad_NodeIdUnknown));
        }
    }

    private List<PointId> counters() {
        return IntStream.range(0, 100).mapToObj(i -> site.bind("press/Counter" + i, NODE + "Counter" + i)).toList();
    }

    private static void hasTheTimeOfItsCount(Sample sample) {
        if (sample.value() instanceof Long count) {
            assertThat(sample.sourceTime()).isEqualTo(BEGUN.plus(STEP.multipliedBy(count)));
        }
    }

    private static WriteResult write(RunningConnector connector, PointId point, double value) throws Exception {
        return connector.connection().write(point, value, Instant.now().plusSeconds(30), TraceId.random()).get(40, TimeUnit.SECONDS);
    }

    @Test
    void writesAndMethodCallsAreReadBack() throws Exception {
        PointId limit = site.bind("press/Limit", NODE + "Limit", LinearScale.IDENTITY, true);
        site.binding("method.object", NODE + "Press", "method.id", NODE + "SetSpeed", "method.inputs", "$value, 3");
        PointId speed = site.bind("press/Speed", NODE + "Speed", new LinearScale(60, 0), true);
        site.binding("method.object", NODE + "Press", "method.id", NODE + "SetSpeed", "method.inputs", "$value, 4");
        PointId refused = site.bind("press-2/Speed", NODE + "Speed", LinearScale.IDENTITY, true);
        site.binding();
        PointId counter = site.bind("press-2/Counter", NODE + "Counter1", LinearScale.IDENTITY, true);
        try (RunningConnector connector = connect()) {
            assertThat(write(connector, limit, -7)).isEqualTo(new WriteResult(Outcome.CONFIRMED, ""));
            assertThat(connector.log.last(limit).value()).isEqualTo(-7L);
            assertThat(write(connector, limit, 80).outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(write(connector, speed, 120).outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(connector.log.last(speed).value()).isEqualTo(120.0);
            assertThat(write(connector, refused, 1)).satisfies(no -> {
                assertThat(no.outcome()).isEqualTo(Outcome.REJECTED);
                assertThat(no.reason()).contains("Bad_OutOfRange");
            });
            assertThat(write(connector, counter, 1).reason()).contains("Bad_NotWritable");
        }
    }

    @Test
    void whatItForgetsWhenItIsKilledIsFilledFromItsHistoryOrAGap() throws Exception {
        List<PointId> counters = counters();
        PointId remembered = site.bind("press/Remembered", NODE + "Remembered");
        try (RunningConnector connector = connect()) {
            await().until(() -> counters.stream().allMatch(counter -> connector.log.samples(counter).size() > 20));
            server.kill();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            startServer();
            long atStart = Duration.between(BEGUN, Instant.now()).dividedBy(STEP);
            await().until(() -> counters.stream()
                    .allMatch(counter -> new Ledger(connector.log, counter).last() > atStart + 20)
                    && !connector.log.backfill(remembered).isEmpty() && connector.consumer().unfilled() == 0);

            assertThat(counters).allSatisfy(counter -> {
                assertThat(new Ledger(connector.log, counter).problems()).isEmpty();
                assertThat(new Ledger(connector.log, counter).missing()).isPositive();
                assertThat(connector.log.gaps(counter)).hasSize(1);
            });
            assertThat(new Ledger(connector.log, remembered).problems()).isEmpty();
            assertThat(new Ledger(connector.log, remembered).missing()).isZero();
            assertThat(connector.log.gaps(remembered)).isEmpty();
            assertThat(connector.log.backfill(remembered)).hasSizeGreaterThan(20).allSatisfy(ForeignServerTest::hasTheTimeOfItsCount);
        }
    }
}
