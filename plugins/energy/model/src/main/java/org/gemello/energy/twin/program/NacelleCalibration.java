package org.gemello.energy.twin.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.energy.turbine.NacelleWindFit;
import org.gemello.energy.turbine.NacelleWindFit.Pair;
import org.gemello.energy.turbine.TurbineDesign;

/** Finds the twin's {@code nacelleInduction} from a file of recorded pairs of winds. */
final class NacelleCalibration {
    private static final String HEADER = "mast_m_s,nacelle_m_s,rotor_rpm,pitch_deg";
    private static final int COLUMNS = HEADER.split(",").length;

    private NacelleCalibration() {
    }

    static void run(TurbineDesign design, Path file, PrintStream out) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        List<Pair> pairs = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            if (!HEADER.equals(reader.readLine())) {
                throw new IOException(file + ":1: the header must be " + HEADER);
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                pairs.add(pair(line, file + ":" + ++number));
            }
        }
        NacelleWindFit fit = NacelleWindFit.of(design, pairs);
        out.println(String.format(Locale.ROOT, "nacelleInduction: %.3f   # +-%.3f (95 %%), %d of %d pairs, scatter %.2f m/s", fit.share(),
                1.96 * fit.deviation(), fit.pairs(), pairs.size(), fit.scatter()));
    }

    private static Pair pair(String line, String place) throws IOException {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IOException(place + ": " + cells.length + " columns, the header has " + COLUMNS);
        }
        double[] row = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            try {
                row[i] = Double.parseDouble(cells[i].strip());
            } catch (NumberFormatException e) {
                throw new IOException(place + ": '" + cells[i] + "' is not a number", e);
            }
        }
        return new Pair(row[0], row[1], row[2] * Math.PI / 30, Math.toRadians(row[3]));
    }
}
