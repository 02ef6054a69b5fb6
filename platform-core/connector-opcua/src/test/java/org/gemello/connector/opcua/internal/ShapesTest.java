package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.testkit.opcua.OpcUaStructure;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint());

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    @Test
    void elementsOfAnArrayArePointsOfOneMonitoredItem() throws Exception {
        OpcUaVariable levels = server.add("levels", new Double[] {1.0, 2.0, 3.0}).withHistory();
        PointId first = site.bind("t/first", levels.nodeId() + "#[0]");
        PointId last = site.bind("t/last", levels.nodeId() + "#[2]");
        PointId beyond = site.bind("t/beyond", levels.nodeId() + "#[3]");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(last) != null && connector.log.last(beyond) != null);
            levels.set(new Double[] {4.0, 5.0, 6.0});
            await().until(() -> connector.log.samples(last).size() == 2);
            assertThat(connector.log.samples(first)).extracting(Sample::value).containsExactly(1.0, 4.0);
            assertThat(connector.log.samples(last)).extracting(Sample::value).containsExactly(3.0, 6.0);
            assertThat(connector.log.last(beyond).quality()).isEqualTo(Quality.BAD_TYPE_MISMATCH);
            assertThat(connector.letters).singleElement().satisfies(letter -> assertThat(letter.cause()).contains("no element [3]"));
        }
    }

    /** A burst of vibration is one sample, also where it is long; its elements can be points beside it. */
    @Test
    void aWholeArrayIsOneText() throws Exception {
        Float[] burst = new Float[50_000];
        for (int i = 0; i < burst.length; i++) {
            burst[i] = (float) Math.round(1000 * Math.sin(i)) / 1000;
        }
        OpcUaVariable vibration = server.add("vibration", new Float[] {0.5f, -1f}).withHistory();
        PointId whole = site.bind("t/whole", vibration.nodeId() + "#[]");
        PointId first = site.bind("t/first", vibration.nodeId() + "#[0]");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(whole) != null);
            assertThat(connector.log.last(whole).value()).isEqualTo("[0.5,-1.0]");
            vibration.set(burst);
            await().until(() -> connector.log.samples(whole).size() == 2);
            assertThat((String) connector.log.last(whole).value()).startsWith("[0.0,0.841,0.909,").hasSizeGreaterThan(250_000);
            assertThat(connector.log.samples(first)).extracting(Sample::value).containsExactly(0.5, 0.0);
            vibration.set(7.0);
            await().until(() -> connector.log.last(whole).quality().equals(Quality.BAD_TYPE_MISMATCH));
            assertThat(connector.letters).anySatisfy(letter -> assertThat(letter.cause()).contains("no array"));
        }
    }

    @Test
    void fieldsOfAStructureAreDecodedByTheServersDefinition() throws Exception {
        OpcUaStructure drum = server.structure("Drum", fields("pressure", Double.class, "levels", Double[].class));
        OpcUaStructure boiler = server.structure("Boiler",
                fields("id", Integer.class, "name", String.class, "running", Boolean.class, "drum", drum));
        OpcUaVariable variable = server.add("boiler",
                boiler.value(7, "north", true, List.of(12.5, new Double[] {0.25, 0.75})));
        PointId id = site.bind("t/id", variable.nodeId() + "#id");
        PointId name = site.bind("t/name", variable.nodeId() + "#name");
        PointId running = site.bind("t/running", variable.nodeId() + "#running");
        PointId pressure = site.bind("t/pressure", variable.nodeId() + "#drum.pressure");
        PointId level = site.bind("t/level", variable.nodeId() + "#drum.levels[1]");
        PointId none = site.bind("t/none", variable.nodeId() + "#drum.weight");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(none) != null);
            assertThat(List.of(id, name, running, pressure, level)).extracting(point -> connector.log.last(point).value())
                    .containsExactly(7L, "north", true, 12.5, 0.75);
            assertThat(connector.log.last(none).quality()).isEqualTo(Quality.BAD_TYPE_MISMATCH);
            assertThat(connector.letters).singleElement()
                    .satisfies(letter -> assertThat(letter.cause()).contains("no field 'weight'").contains("pressure"));
            variable.set(boiler.value(7, "north", false, List.of(13.5, new Double[] {0.5, 1.0})));
            await().until(() -> Double.valueOf(1.0).equals(connector.log.last(level).value()));
            assertThat(connector.log.last(running).value()).isEqualTo(false);
        }
    }
}
