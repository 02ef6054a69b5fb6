package org.gemello.energy.performance.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerCurveProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir
    Path folder;

    private int run(String series, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), series);
        String[] args = new String[more.length + 2];
        args[0] = "--series";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return PowerCurveProgram.run(args, new PrintStream(out), new PrintStream(err));
    }

    private String[] lines() {
        return out.toString(StandardCharsets.UTF_8).split("\\R");
    }

    /** Forty minutes at 1 Hz: 1000 and 1200 kW at 7 m/s, the last ten minutes curtailed. */
    @Test
    void samplesBecomeTheTableOfTheStandard() throws IOException {
        StringBuilder series = new StringBuilder("time_s,wind_m_s,power_kW,limit_kW\n");
        for (int i = 0; i < 2400; i++) {
            series.append(6000 + i).append(",7,").append(i < 600 ? 1000 : 1200).append(',').append(i < 1800 ? 5000 : 1500).append('\n');
        }
        assertThat(run(series.toString(), "--csv")).isZero();
        assertThat(lines()[0]).isEqualTo("bin_m_s,wind_m_s,power_kW,std_kW,n,u_A_kW,cp,reference_kW");
        String[] bin = lines()[1].split(",");
        assertThat(bin[0]).isEqualTo("7.0");
        assertThat(Double.parseDouble(bin[2])).isCloseTo(3400 / 3.0, within(0.1));
        assertThat(bin[4]).isEqualTo("3");
        assertThat(Double.parseDouble(bin[7])).isCloseTo(1187, within(40.0));
        assertThat(lines()[lines().length - 1]).isEqualTo("0.5,no,4,{curtailed=1}");
        assertThat(run("time_s,wind_m_s,power_kW\n")).isZero();
    }

    @Test
    void meansOfTenMinutesAreTakenAsTheyAre() throws IOException {
        StringBuilder series = new StringBuilder("time_s,wind_m_s,power_kW,temperature_Cel,pressure_hPa,direction_deg\n");
        for (int i = 0; i < 6; i++) {
            series.append(600 * i).append(",8,1700,").append("20,1013.25,").append(i < 3 ? 90 : 200).append('\n');
        }
        assertThat(run(series.toString(), "--means", "--sectors", "180-270", "--csv")).isZero();
        // 1.2 kg/m3 instead of 1.225
        assertThat(Double.parseDouble(lines()[1].split(",")[1])).isCloseTo(8 * Math.cbrt(1.199 / 1.225), within(0.005));
        assertThat(lines()[lines().length - 1]).isEqualTo("0.5,no,6,{sector=3}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"time_s,wind_m_s\\n;needs power_kW", "time_s,wind_m_s,power_kW,x\\n;column 'x'",
        "time_s,wind_m_s,power_kW\\n1,8,1\\n1,8,1\\n;series.csv:3", "time_s,wind_m_s,power_kW\\n1,8,much\\n;power_kW is 'much'",
        "time_s,wind_m_s,power_kW\\n1,8\\n;2 columns"})
    void aBrokenSeriesIsNamedWithItsLine(String series, String message) throws IOException {
        assertThat(run(series.replace("\\n", "\n"))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
    }
}
