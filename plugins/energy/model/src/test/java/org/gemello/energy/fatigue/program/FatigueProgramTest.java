package org.gemello.energy.fatigue.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FatigueProgramTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return FatigueProgram.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("loads.csv"), text).toString();
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** ASTM E1049-85, figure 6, cycle by cycle. */
    @Test
    void tellsTheCyclesOfTheStandardsExample() throws IOException {
        String file = file("time_s,load\n0,-2\n1,1\n2,-3\n3,5\n4,-1\n5,3\n6,-4\n7,4\n8,-2\n");
        assertThat(run("--series", file, "--column", "load", "--cycles", "--csv")).isZero();
        assertThat(lines()).hasSize(8).contains("range,mean,count", "3.00000000,-0.500000000,0.5", "4.00000000,1.00000000,1.0",
                "9.00000000,0.500000000,0.5");
    }

    /** A swing of 10 each two seconds for 100 s: 10 / 2^(1/m) at 1 Hz. */
    @Test
    void tellsEquivalentLoads() throws IOException {
        StringBuilder text = new StringBuilder("time_s,load\n");
        for (int i = 0; i <= 100; i++) {
            text.append(i).append(',').append(i % 2 == 0 ? 5 : -5).append('\n');
        }
        assertThat(run("--series", file(text.toString()), "--column", "load", "--m", "1,4", "--csv")).isZero();
        assertThat(lines().get(1)).isEqualTo("1.0,50.0,100.000,5.00000000,5.00000000e-05");
        assertThat(lines().get(2)).startsWith("4.0,50.0,100.000,8.40896415,");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        String file = file("time_s,load\n0,1\n1,x\n");
        assertThat(run("--series", file, "--column", "torque")).isEqualTo(1);
        assertThat(run("--series", file, "--column", "load")).isEqualTo(1);
        assertThat(run("--series", folder.resolve("none.csv").toString(), "--column", "load")).isEqualTo(1);
        assertThat(run("--series", file, "--column", "load", "--m", "0")).isEqualTo(2);
        assertThat(run("--column", "load")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no column 'torque'", "loads.csv:3: load is 'x'", "no such file", "--m",
                "--series is needed");
    }
}
