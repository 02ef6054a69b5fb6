package org.gemello.connector.push.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.api.connection.ConnectionProbes.Reading;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReader;
import org.gemello.connector.ConnectionProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can be asked about is checked, and the answer says so. */
class ProbesTest {
    @TempDir
    Path folder;

    private Probe probe(ConnectionProbe probe, Map<String, Object> connection, String address) {
        SiteConfiguration tried = SiteReader.trial(SiteReader.read(folder).configuration(), connection, List.of(Map.of("twin", "t1", "bindings",
                List.of(Map.of("points", List.of(Map.of("point", "P", address, "power", "unit", "kW"))))))).orThrow();
        return probe.probe(tried, tried.connections().get(0), Duration.ofSeconds(1));
    }

    @Test
    void aPushedConnectionIsCheckedOnly() {
        assertThat(probe(new PushProbe(), Map.of("kind", "push"), "name")).satisfies(found -> {
            assertThat(found.reached()).isTrue();
            assertThat(found.text()).contains("when somebody pushes");
            assertThat(found.readings()).extracting(Reading::point, Reading::address, Reading::problem)
                    .containsExactly(tuple("t1/P", "power", "nobody was asked: values are pushed"));
        });
        assertThatThrownBy(() -> probe(new PushProbe(), Map.of("kind", "push", "colour", "red"), "name"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("'colour' is not known here");
    }

    @Test
    void aFolderIsLookedAt() throws Exception {
        String before = System.setProperty("gemello.data", folder.toString());
        try {
            Path inbox = folder.resolve("inbox/lab");
            Map<String, Object> connection = Map.of("kind", "folder", "folder", "inbox/lab");
            assertThat(probe(new FolderProbe(), connection, "column").text()).contains("made when the connection starts");
            Files.createDirectory(inbox.getParent());
            Files.writeString(inbox, "no folder");
            assertThat(probe(new FolderProbe(), connection, "column").reached()).isFalse();
            Files.delete(inbox);
            Files.createDirectory(inbox);
            assertThat(probe(new FolderProbe(), connection, "column").text()).contains("is there");
        } finally {
            if (before == null) {
                System.clearProperty("gemello.data");
            } else {
                System.setProperty("gemello.data", before);
            }
        }
    }
}
