package org.gemello.energy.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static Options of(String... args) {
        return new Options(args, Set.of("port", "rate"), Set.of("once"));
    }

    @Test
    void readsValuesAndFlags() {
        Options options = of("--port", "4840", "--once", "--rate", "0.5");
        assertThat(options.whole("port", 1, 1, 65_535)).isEqualTo(4840);
        assertThat(options.number("rate", 1, 0, 10)).isEqualTo(0.5);
        assertThat(options.has("once")).isTrue();
        assertThat(of().whole("port", 7, 1, 9)).isEqualTo(7);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> of("--prot", "1")).hasMessageContaining("'--prot' is not an option");
        assertThatThrownBy(() -> of("--port")).hasMessageContaining("--port needs a value");
        assertThatThrownBy(() -> of("--port", "abc").whole("port", 1, 1, 9)).hasMessageContaining("not a number");
        assertThatThrownBy(() -> of("--port", "70000").whole("port", 1, 1, 65_535)).hasMessageContaining("whole number from 1");
        assertThatThrownBy(() -> of("--port", "1.5").whole("port", 1, 1, 9)).hasMessageContaining("whole number");
    }
}
