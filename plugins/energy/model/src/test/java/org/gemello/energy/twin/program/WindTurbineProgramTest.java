package org.gemello.energy.twin.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.OperatingPoint;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindTurbineProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir
    Path folder;

    private int run(String... args) {
        return WindTurbineProgram.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String[] lines() {
        return out.toString(StandardCharsets.UTF_8).split("\\R");
    }

    @Test
    void aSteadyTable() {
        assertThat(run("--type", "nrel-5mw", "--wind", "8,10,12", "--csv")).isZero();
        assertThat(lines()).hasSize(4).startsWith("wind_m_s,power_kW,rotor_rpm,pitch_deg,thrust_kN,cp,ct");
        assertThat(Double.parseDouble(lines()[1].split(",")[1])).isCloseTo(1771, within(53.0));
        assertThat(run("--type", "iea-15mw", "--wind", "8")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("m/s         kW");
    }

    @ParameterizedTest
    @CsvSource({"--typ,'not an option'", "--type,needs a value", "--csv,--type is needed"})
    void aWrongCommandIsNamed(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message.replace("'", ""));
    }

    @Test
    void windOutsideTheRangeIsRefused() {
        assertThat(run("--type", "nrel-5mw", "--wind", "8,40")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--wind: 40 must be from 0.0 to 25.0");
        assertThat(run("--help")).isZero();
    }

    private Path copyOfNrel() throws IOException {
        for (String name : new String[] {"turbine.yaml", "blade.csv", "polars.csv"}) {
            try (InputStream in = TurbineTypes.class.getResourceAsStream("nrel-5mw/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        return folder.resolve("turbine.yaml");
    }

    private void replace(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void aTypeFromFiles() throws IOException {
        assertThat(run("--type", copyOfNrel().toString(), "--wind", "8", "--csv")).isZero();
        assertThat(Double.parseDouble(lines()[1].split(",")[1])).isCloseTo(1771, within(53.0));
    }

    @ParameterizedTest
    @CsvSource({
        "turbine.yaml, 'gearRatio: 97', 'gearRatio: ninety', turbine.yaml:, it must be a number",
        "turbine.yaml, 'radius: 63', 'radius: -3', turbine.yaml:, it must be from",
        "turbine.yaml, 'stiffness:', 'stifness:', turbine.yaml:, 'stiffness'",
        "turbine.yaml, 'blade: blade.csv', 'blade: ../blade.csv', blade.csv, outside the folder",
        "turbine.yaml, 'blade: blade.csv', 'blade: none.csv', none.csv, no such file",
        "blade.csv, 'NACA64_A17', 'NACA65', blade.csv:, has no airfoil",
        "polars.csv, 'Cylinder1,0,', 'Cylinder1,-190,', polars.csv:5, it must be from",
        "polars.csv, 'Cylinder1,180,0,0.5', 'Cylinder1,170,0,0.5', polars.csv:, must reach",
        "polars.csv, 'Cylinder1,0,0,0.5', 'Cylinder1,0,0', polars.csv:5, 3 columns",
        "polars.csv, 'airfoil,angle_deg', 'airfoil,angle', polars.csv:3, the header is"})
    void aBrokenFileIsNamedWithLineAndRemedy(String name, String from, String to, String place, String message) throws IOException {
        Path description = copyOfNrel();
        replace(name, from, to);
        assertThat(run("--type", description.toString(), "--wind", "8")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(place, message);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        Path description = copyOfNrel();
        Files.write(folder.resolve("polars.csv"), new byte[5 << 20]);
        assertThat(run("--type", description.toString(), "--wind", "8")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("larger than 4 MB");
    }

    @Test
    void aWindSeriesIsSimulatedAndComparedWithItself() throws IOException {
        StringBuilder wind = new StringBuilder("time_s,wind_m_s\n");
        for (int i = 0; i < 300; i++) {
            wind.append(i).append(',').append(8 + Math.sin(i * 0.1)).append('\n');
        }
        assertThat(run("--type", "nrel-5mw", "--series", Files.writeString(folder.resolve("wind.csv"), wind).toString())).isZero();
        String[] simulated = lines();
        assertThat(simulated).hasSize(301);
        StringBuilder measured = new StringBuilder("time_s,wind_m_s,power_kW,rotor_rpm,pitch_deg\n");
        for (int i = 1; i < simulated.length; i++) {
            String[] cells = simulated[i].split(",");
            measured.append(String.join(",", cells[0], i == 200 ? "" : cells[1], cells[2], cells[3], cells[4])).append('\n');
        }
        out.reset();
        assertThat(run("--type", "nrel-5mw", "--series", Files.writeString(folder.resolve("all.csv"), measured).toString())).isZero();
        String[] compared = lines();
        assertThat(compared).hasSizeGreaterThan(290);
        assertThat(compared[280].split(",")[10]).isEqualTo("Good");
        assertThat(Math.abs(Double.parseDouble(compared[280].split(",")[4]))).isLessThan(60);
        assertThat(compared).anyMatch(line -> line.contains("Bad_SensorFailure"));
    }

    @Test
    void theNacelleAnemometerIsCalibratedAgainstAMast() throws IOException {
        TurbineDesign design = TurbineTypes.shipped("nrel-5mw");
        NacelleWind nacelle = new NacelleWind(design, 0.7);
        StringBuilder pairs = new StringBuilder("mast_m_s,nacelle_m_s,rotor_rpm,pitch_deg\n");
        for (int i = 0; i < 200; i++) {
            double free = 5 + 0.05 * i;
            OperatingPoint point = new SteadyState(design, design.rotor(), 1.225).at(free);
            double seen = nacelle.nacelle(free, point.rotorSpeed(), point.pitch()) + 0.2 * Math.sin(i * 1.7);
            pairs.append(String.format(Locale.ROOT, "%.3f,%.3f,%.4f,%.4f%n", free, seen, point.rotorSpeed() * 30 / Math.PI,
                    Math.toDegrees(point.pitch())));
        }
        Path file = Files.writeString(folder.resolve("pairs.csv"), pairs);
        assertThat(run("--type", "nrel-5mw", "--calibrate", file.toString())).isZero();
        assertThat(Double.parseDouble(lines()[0].split("\\s+")[1])).isCloseTo(0.7, within(0.03));
        Files.writeString(file, "mast_m_s,nacelle_m_s,rotor_rpm,pitch_deg\n8,x,9,0\n");
        assertThat(run("--type", "nrel-5mw", "--calibrate", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("pairs.csv:2", "not a number");
    }

    @Test
    void aBrokenSeriesIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("wind.csv"), "time_s,wind_m_s\n0,8\n0,9\n");
        assertThat(run("--type", "nrel-5mw", "--series", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("wind.csv:3", "must rise");
    }
}
