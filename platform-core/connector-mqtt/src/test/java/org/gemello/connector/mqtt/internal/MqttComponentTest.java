package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.binding.SiteConfiguration;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The component in a Camel context, as the routes module uses it. */
class MqttComponentTest {
    private final List<Connection> published = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final MoquetteBroker broker = new MoquetteBroker();
    private final CamelContext camel = new DefaultCamelContext();

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // the machine may be busy
    }

    @AfterEach
    void stop() {
        camel.stop();
        broker.close();
    }

    @Test
    void feedsItsProcessorAndPublishesTheConnectionWhileItRuns() throws Exception {
        broker.start();
        camel.addComponent("mqtt", component());
        camel.start();
        Consumer consumer = camel.getEndpoint("mqtt:mast").createConsumer(exchanges::add);
        consumer.start();
        await().until(() -> published.size() == 1 && published.get(0).view().state() == ConnectionState.CONNECTED);
        try (MqttTestClient device = MqttTestClient.connect(broker.port())) {
            device.retain("site/mast", "{\"v\":5}");
            await().until(() -> !exchanges.isEmpty()); // a message that is retained while one subscribes may come twice: live, and as retained
        }
        LogEntry.Samples samples = (LogEntry.Samples) exchanges.get(0).getIn().getBody();
        assertThat(samples.batch().value(0)).isEqualTo(5.0);
        assertThat(exchanges.get(0).getProperty("GemelloTrace", TraceId.class).isPresent()).isTrue();
        consumer.stop();
        assertThat(published).isEmpty();
    }

    @Test
    void refusesAConnectionThatIsNotConfigured() throws Exception {
        camel.addComponent("mqtt", component());
        Consumer consumer = camel.getEndpoint("mqtt:other").createConsumer(exchanges::add);
        assertThatThrownBy(consumer::start).hasStackTraceContaining("no connection 'other'");
    }

    private MqttComponent component() {
        BundleContext bundle = Stub.of(BundleContext.class, Map.of("registerService", arguments -> {
            assertThat(((Dictionary<?, ?>) arguments[2]).get("connection.name")).isEqualTo("mast");
            published.add((Connection) arguments[1]);
            return Stub.of(ServiceRegistration.class, Map.of("unregister", none -> published.remove(arguments[1])));
        }));
        SiteConfiguration site = Stub.of(SiteConfiguration.class, Map.of(
                "connection", arguments -> Optional.of(Bindings.connection("broker", broker.address(), "version", "3.1.1"))
                        .filter(definition -> definition.name().equals(arguments[0])),
                "twins", arguments -> List.of(), "templates", arguments -> List.of(),
                "bindings", arguments -> new ArrayList<>(List.of(Bindings.topic("site/mast").point("met/v", "/v").binding()))));
        PointTable points = new PointTable();
        SampleLog log = Stub.of(SampleLog.class, Map.of("points", arguments -> points));
        return new MqttComponent(bundle, site, log, new KeptLetters(), new KeptTraces());
    }
}
