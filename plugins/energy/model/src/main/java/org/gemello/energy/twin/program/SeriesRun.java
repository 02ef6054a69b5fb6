package org.gemello.energy.twin.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Model;
import org.gemello.energy.twin.TwinSettings;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.twin.WindTurbineTwin;

/** Time series in, time series out: the turbine simulated along a wind, or the live twin beside measurements. Read line by line. */
final class SeriesRun {
    /** Columns in the order in which the twin takes them. */
    private static final List<Column> ORDER = List.of(new Column("temperature_Cel", WindTurbineInput.TEMPERATURE),
            new Column("pressure_hPa", WindTurbineInput.PRESSURE), new Column("rotor_rpm", WindTurbineInput.ROTOR_SPEED),
            new Column("pitch_deg", WindTurbineInput.PITCH), new Column("wind_m_s", WindTurbineInput.WIND),
            new Column("power_kW", WindTurbineInput.POWER));
    private static final double STEP = 0.05;
    private static final double MOST_GAP = 3600;
    private final TurbineDesign design;
    private final double density;
    private final PrintStream out;

    private record Column(String name, WindTurbineInput input) {
    }

    SeriesRun(TurbineDesign design, double density, PrintStream out) {
        this.design = design;
        this.density = density;
        this.out = out;
    }

    void run(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String header = reader.readLine();
            List<String> columns = header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
            for (String column : columns) {
                if (!column.equals("time_s") && ORDER.stream().noneMatch(each -> each.name().equals(column))) {
                    throw new IOException(file + ":1: column '" + column + "' is not known; see --help");
                }
            }
            if (!columns.contains("time_s") || !columns.contains("wind_m_s")) {
                throw new IOException(file + ":1: the header needs time_s and wind_m_s");
            }
            if (columns.contains("power_kW")) {
                compare(reader, file, columns);
            } else {
                simulate(reader, file, columns);
            }
        } catch (MalformedInputException e) {
            throw new IOException(file + ": not text in UTF-8", e);
        }
    }

    private void simulate(BufferedReader reader, Path file, List<String> columns) throws IOException {
        out.println("time_s,wind_m_s,power_kW,rotor_rpm,pitch_deg,thrust_kN");
        Turbine turbine = null;
        double before = Double.NaN;
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            double[] row = row(line, columns, file + ":" + number);
            double time = row[columns.indexOf("time_s")];
            double wind = row[columns.indexOf("wind_m_s")];
            if (!(wind >= 0 && wind <= 75)) {
                throw new IOException(file + ":" + number + ": wind_m_s is " + wind + ", a simulation needs 0 to 75");
            }
            if (!Double.isNaN(before) && !(time > before && time - before <= MOST_GAP)) {
                throw new IOException(file + ":" + number + ": time_s must rise by up to " + MOST_GAP + " s, " + time + " comes after "
                        + before);
            }
            if (turbine == null) {
                turbine = new Turbine(design, wind, density);
                turbine.advance(wind, density, STEP);
            } else {
                int steps = (int) Math.ceil((time - before) / STEP);
                for (int i = 0; i < steps; i++) {
                    turbine.advance(wind, density, (time - before) / steps);
                }
            }
            before = time;
            out.println(String.format(Locale.ROOT, "%.3f,%.3f,%.2f,%.4f,%.4f,%.2f", time, wind, turbine.power() / 1000,
                    turbine.rotorSpeed() * 30 / Math.PI, Math.toDegrees(turbine.pitch()), turbine.thrust() / 1000));
        }
    }

    private void compare(BufferedReader reader, Path file, List<String> columns) throws IOException {
        out.println("time_s,wind_m_s,power_kW,expected_kW,residual_kW,residual_interval_kW,adapted_kW,expected_rpm,expected_pitch_deg,"
                + "expected_thrust_kN,quality,drift");
        WindTurbineTwin twin = new WindTurbineTwin(design, TwinSettings.DEFAULT);
        WindTurbineState state = new WindTurbineState();
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            double[] row = row(line, columns, file + ":" + number);
            double time = row[columns.indexOf("time_s")];
            Estimate estimate = null;
            // the twin concludes at wind and power: the rest of the row comes before
            for (Column each : ORDER) {
                int column = columns.indexOf(each.name());
                Optional<Estimate> news = column < 0 ? Optional.empty()
                        : twin.observe(state, each.input(), row[column], Quality.GOOD, nanos(time));
                estimate = news.orElse(estimate);
            }
            if (estimate != null) {
                print(time, row[columns.indexOf("wind_m_s")], row[columns.indexOf("power_kW")], estimate, state.drift());
            }
        }
    }

    private void print(double time, double wind, double power, Estimate estimate, Drift drift) {
        Model model = estimate.designed();
        out.println(String.format(Locale.ROOT, "%.3f,%.3f,%.2f,%.2f,%.2f,%.2f,%.2f,%.4f,%.4f,%.2f,%s,\"%s\"", time, wind, power,
                model.power().expected(), model.power().residual(), model.power().interval(), estimate.adapted().power().expected(),
                model.rotorSpeed().expected(), model.pitch().expected(), model.thrust().expected(), estimate.quality().symbol(),
                drift.message(design)));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** Empty cells are values that are not there. */
    private static double[] row(String line, List<String> columns, String place) throws IOException {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size()) {
            throw new IOException(place + ": " + cells.length + " columns, the header has " + columns.size());
        }
        double[] row = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            try {
                row[i] = cells[i].isBlank() ? Double.NaN : Double.parseDouble(cells[i].strip());
            } catch (NumberFormatException e) {
                throw new IOException(place + ": " + columns.get(i) + " is '" + cells[i] + "', not a number", e);
            }
        }
        if (!Double.isFinite(row[columns.indexOf("time_s")])) {
            throw new IOException(place + ": time_s is missing");
        }
        return row;
    }
}
