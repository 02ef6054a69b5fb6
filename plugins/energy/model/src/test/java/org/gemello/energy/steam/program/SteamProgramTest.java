package org.gemello.energy.steam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class SteamProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void stateIsPrintedWithUnits() {
        assertThat(run("--p", "3", "--t", "300")).isZero();
        assertThat(out.toString()).startsWith("p [MPa],T [K],v [m3/kg],h [kJ/kg],s [kJ/(kg K)]")
                .contains("0.00100215168,115.331273,0.392294792");
    }

    @Test
    void saturationHasTwoRows() {
        assertThat(run("--p", "1")).isZero();
        assertThat(out.toString().lines()).hasSize(3).anyMatch(line -> line.startsWith("1.00000000,453.035632"));
    }

    @Test
    void badInputHasItsOwnExitCode() {
        assertThat(run("--p", "60", "--t", "2000")).isEqualTo(1);
        assertThat(err.toString()).contains("outside of IAPWS-IF97");
        assertThat(run("--p", "much")).isEqualTo(2);
        assertThat(run("--x", "1")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    private int run(String... args) {
        return SteamProgram.run(args, new PrintStream(out, true), new PrintStream(err, true));
    }
}
