package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One binding for any number of topics. */
class TopicTemplateTest {
    private final PointTable handles = new PointTable();

    private BoundTopics dialect(int limit, BindingTemplate template, TopicBinding... named) {
        Set<TwinId> twins = Set.of(new TwinId("press-1"), new TwinId("press-2"));
        return new BoundTopics(Bindings.CONNECTION, List.of(named), List.of(TopicTemplateBinding.of(template)),
                new TopicPoints(handles, twins, limit), handles, Presence.NONE);
    }

    private SampleBatch read(BoundTopics dialect, String topic) throws Refusal {
        byte[] payload = "{\"v\":1,\"w\":2}".getBytes(StandardCharsets.UTF_8);
        SampleBatchBuilder into = SampleBatch.builder(handles, 4);
        assertThat(dialect.read(topic, payload, payload.length, 1, into)).isEmpty();
        return into.build();
    }

    private static BindingTemplate machines() {
        return Bindings.topic("$share/g/plant/{line}/{machine}/state").template("{machine}", "{line}.V", "/v", "W", "/w");
    }

    @Test
    void makesThePointsThatTheTopicNames() throws Refusal {
        BoundTopics dialect = dialect(100, machines());
        assertThat(dialect.subscriptions().keySet()).extracting(TopicFilter::toString).containsExactly("$share/g/plant/+/+/state");
        assertThat(dialect.points()).isEmpty();
        SampleBatch batch = read(dialect, "plant/north/press-2/state");
        assertThat(batch.point(0)).hasToString("press-2/north.V");
        assertThat(batch.point(1)).hasToString("press-2/W");
        read(dialect, "plant/north/press-2/state");
        assertThat(dialect.points()).hasSize(2);
    }

    @Test
    void refusesTwinsThatThereAreNotAndNamesThatCannotBe() {
        BoundTopics dialect = dialect(100, machines());
        assertThatThrownBy(() -> read(dialect, "plant/north/press-9/state")).isInstanceOf(Refusal.class)
                .hasMessageContaining("'press-9'").hasMessageContaining("twins/");
        assertThatThrownBy(() -> read(dialect, "plant/north/Press 1/state")).isInstanceOf(Refusal.class).hasMessageContaining("Press 1");
        assertThatThrownBy(() -> read(dialect, "plant//press-1/state")).isInstanceOf(Refusal.class).hasMessageContaining("point name '.V'");
        assertThat(dialect.points()).isEmpty();
    }

    @Test
    void makesSoManyPointsAndNoMore() throws Refusal {
        BoundTopics dialect = dialect(5, machines());
        read(dialect, "plant/a/press-1/state");
        read(dialect, "plant/b/press-1/state");
        read(dialect, "plant/a/press-2/state");
        assertThatThrownBy(() -> read(dialect, "plant/b/press-2/state")).isInstanceOf(Refusal.class).hasMessageContaining("wildcardPoints");
        assertThat(dialect.points()).hasSize(5);
    }

    @Test
    void standsBesideBindingsByName() throws Refusal {
        TopicBinding named = Bindings.topic("$share/g/plant/+/+/state").point("press-1/W", "/v").point("all/last", "/w").build();
        BoundTopics dialect = dialect(100, machines(), named);
        byte[] payload = "{\"v\":1,\"w\":2}".getBytes(StandardCharsets.UTF_8);
        SampleBatchBuilder into = SampleBatch.builder(handles, 4);
        String trouble = dialect.read("plant/a/press-1/state", payload, payload.length, 1, into);
        assertThat(trouble).contains("press-1/W, which is bound by its own name");
        assertThat(into.size()).as("the two by name").isEqualTo(2);
        assertThat(read(dialect, "plant/a/press-2/state").size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"a/{b}/c, a/+/c", "{a}, +", "/{a}, /+", "{a}/#, +/#", "$share/g/{a}, $share/g/+", "a//b, a//b"})
    void isAFilter(String text, String filter) {
        assertThat(TopicTemplate.parse(text).filter()).hasToString(filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/x{b}", "{a}/{a}", "{a}{b}", "$share/g", "$share//a", "$share/g/", "$share/+/a"})
    void refuses(String text) {
        assertThatThrownBy(() -> TopicTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatIsWrongWhenItStarts() {
        assertThatThrownBy(() -> TopicTemplateBinding.of(Bindings.topic("a/{b}").template("{c}", "v", "/v")))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("{c}");
        assertThatThrownBy(() -> TopicTemplateBinding.of(Bindings.topic("a/{b}").template("{b}", "v", "v")))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("JSON pointer");
    }
}
