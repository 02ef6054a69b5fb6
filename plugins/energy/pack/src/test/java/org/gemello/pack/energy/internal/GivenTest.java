package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.testkit.pack.GivenContext;
import org.junit.jupiter.api.Test;

class GivenTest {
    private static final ConfigurationSpec DECLARED = Given.declared("steam-plant", given -> given.number("window", "s", 60, 1, 3600));

    private static <T> T read(Map<String, String> configuration, Function<Given, T> reading) {
        return Given.read(new GivenContext(GivenContext.of("u-1").twin(), configuration), DECLARED, reading);
    }

    @Test
    void whatIsDeclaredIsWhatIsRead() {
        assertThat(DECLARED.keys()).containsExactly(new ConfigurationKey("window", ConfigurationType.NUMBER,
                Map.of("en", Texts.in("en").get("steam-plant.configuration.window"), "ko", Texts.in("ko").get("steam-plant.configuration.window")),
                "s", 1, 3600, List.of(), "60", false, ""));
        Function<Given, Double> window = given -> given.number("window", "s", 60, 1, 3600);
        assertThat((Double) read(Map.of(), window)).isEqualTo(60);
        assertThat((Double) read(Map.of("window", " 5 "), window)).isEqualTo(5);
    }

    @Test
    void whatIsWrongNamesTheTwinOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(Map.of("window", "soon", "report", "1"), given -> given))
                .withMessage("twin u-1: configuration 'window' is 'soon'; write a number from 1 to 3600 (s); "
                        + "configuration 'report' is not known; known are window");
        assertThatIllegalArgumentException().isThrownBy(() -> read(Map.of(), given -> Set.of(1, 1))).withMessage("twin u-1: duplicate element: 1");
    }
}
