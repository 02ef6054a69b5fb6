package org.gemello.energy.grid.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerFlowProgramTest {
    private static final String CASE = """
            mpc.baseMVA = 100;
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 50 10 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 ];
            mpc.branch = [ 1 2 0.01 0.1 0 40 0 0 0 0 1; 1 2 0.01 0.1 0 40 0 0 0 0 1 ];
            """;
    @TempDir
    Path folder;
    private Path file;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("two.m"), CASE);
    }

    private int run(String... args) {
        return PowerFlowProgram.run(args, new PrintStream(out, true), new PrintStream(err, true));
    }

    /** Closed form of two buses: u = V2^2 solves u^2 + u (2 (P R + Q X) - 1) + Z^2 S^2 = 0, losses are Z S^2 / u. */
    @Test
    void printsStateForScripts() {
        assertThat(run(file.toString(), "--csv")).isZero();
        assertThat(out.toString().lines()).contains("bus,voltage_pu,angle_deg,generation_MW,generation_Mvar,limited",
                "1,1.000000,0.00000,50.1321,11.3207,no");
    }

    @Test
    void printsOverloadsAfterALoss() {
        assertThat(run(file.toString(), "--n-1", "--csv")).isZero();
        assertThat(out.toString()).contains("1,2,overload_pct,1-2,");
    }

    @Test
    void wrongArgumentsAndFilesHaveTheirExitCode() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(file.toString(), "--nonsense")).isEqualTo(2);
        assertThat(run(folder.resolve("absent.m").toString())).isEqualTo(1);
        Files.writeString(file, CASE.replace("2 1 50", "2 1 5000"));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("'--nonsense' is not an option", "absent.m: no such file", "no solution");
    }
}
