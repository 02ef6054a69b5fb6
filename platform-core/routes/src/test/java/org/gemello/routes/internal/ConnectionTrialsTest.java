package org.gemello.routes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.SiteReader;
import org.gemello.connector.ConnectionProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is tried is read by the rules of the files, and given to the probe of its kind. */
class ConnectionTrialsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Map<String, Object> PUSH = Map.of("kind", "push");
    @TempDir
    Path folder;
    private ConnectionTrials trials;

    @BeforeEach
    void start() {
        trials = new ConnectionTrials(SiteReader.read(folder).orThrow());
        ConnectionProbe probe = (site, connection, patience) -> {
            if (connection.settings().find("wrong").isPresent()) {
                throw new ConfigurationException(connection.settings().place("wrong"), "'wrong' is wrong");
            }
            return new Probe(true, connection.name() + " with " + site.bindings(connection.name()).size() + " bindings for " + patience, List.of());
        };
        trials.addProbe(probe, Map.of("gemello.scheme", "push"));
    }

    @Test
    void takesDocumentsAndElements() {
        Map<String, Object> element = Map.of("twin", "not-there-yet", "points", List.of(Map.of("point", "P", "name", "p", "unit", "kW")));
        Map<String, Object> document = Map.of("connection", "trial", "twin", "t2", "bindings",
                List.of(Map.of("points", List.of(Map.of("point", "P", "name", "q", "unit", "kW")))));
        assertThat(trials.probe(PUSH, List.of(element, document), SECOND).text()).isEqualTo("trial with 2 bindings for PT1S");
    }

    @Test
    void namesThePlaceOfWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> trials.probe(Map.of("kind", "mqqt"), List.of(), SECOND))
                .withMessageContaining("connections/trial.yaml:2:7: there is no connector of kind 'mqqt'; did you mean 'mqtt'?");
        assertThatIllegalArgumentException().isThrownBy(() -> trials.probe(PUSH, List.of(Map.of("twin", "t1", "points",
                List.of(Map.of("point", "P", "name", "p", "unit", "rpm")))), SECOND)).withMessageContaining("'rpm' is not a UCUM unit");
        assertThatIllegalArgumentException().isThrownBy(() -> trials.probe(Map.of("kind", "push", "wrong", 1), List.of(), SECOND))
                .withMessageContaining("'wrong' is wrong");
        assertThatIllegalArgumentException().isThrownBy(() -> trials.probe(Map.of("kind", "opcua"), List.of(), SECOND))
                .withMessageContaining("no connector of kind 'opcua' is installed");
        assertThatIllegalArgumentException().isThrownBy(() -> trials.probe(PUSH, List.of(), Duration.ofHours(1)));
    }
}
