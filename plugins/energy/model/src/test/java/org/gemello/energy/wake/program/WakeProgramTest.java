package org.gemello.energy.wake.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WakeProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir
    Path folder;

    private int run(String layout, String... more) throws IOException {
        out.reset();
        Path file = Files.writeString(folder.resolve("layout.csv"), layout);
        String[] args = new String[more.length + 6];
        System.arraycopy(new String[] {"--layout", file.toString(), "--wind", "8", "--direction", "270"}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return WakeProgram.run(args, new PrintStream(out), new PrintStream(err));
    }

    private double last(int column) {
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\\R");
        return Double.parseDouble(lines[lines.length - 1].split(",")[column]);
    }

    @Test
    void aRowLosesInItsWakesAndNoneAcrossTheWind() throws IOException {
        String row = "name,east_m,north_m\na,0,0\nb,630,0\n";
        assertThat(run(row, "--csv")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("name,east_m,north_m,wind_m_s,deficit_pct")
                .contains("a,0.0,0.0,8.0000,0.000");
        double gauss = last(2);
        assertThat(gauss).isBetween(15.0, 45.0);
        assertThat(run(row, "--csv", "--model", "jensen", "--decay", "0.05")).isZero();
        assertThat(last(2)).isBetween(10.0, 45.0).isNotEqualTo(gauss);
        assertThat(run("name,east_m,north_m\na,0,0\nb,0,630\n", "--csv")).isZero();
        assertThat(last(2)).isZero();
        assertThat(run("name,east_m,north_m,yaw_deg\na,0,0,25\nb,630,0,\n", "--csv")).isZero();
        assertThat(last(2)).isLessThan(gauss);
        assertThat(run(row)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("wake_loss_pct");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        assertThat(run("name,east_m,north_m\na,0,x\n")).isEqualTo(1);
        assertThat(run("name,east_m,north_m\n")).isEqualTo(1);
        assertThat(run("name,east_m,north_m\na,0,\n")).isEqualTo(1);
        assertThat(run("name,east_m,north_m\na,0,0\nb,1,1\n")).isEqualTo(1);
        assertThat(run("name,east_m,north_m\na,0,0\n", "--model", "park")).isEqualTo(2);
        assertThat(run("name,east_m,north_m\na,0,0\n", "--decay", "0.05")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("layout.csv:2: north_m is 'x'", "no turbines", "layout.csv:2: a stands at",
                "a and b stand in the same place", "'park'", "--decay belongs");
    }
}
