package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.energy.rotor.Blade.Section;
import org.gemello.energy.rotor.Polar;
import org.gemello.energy.turbine.type.Csv.Row;

/** The two tables of a blade: its strips, and the polars of their airfoils. */
final class BladeFiles {
    private static final String BLADE = "span_m,twist_deg,chord_m,prebend_m,width_m,airfoil";
    private static final String POLARS = "airfoil,angle_deg,lift,drag";
    private static final int MOST_STRIPS = 200;
    private final TypeFiles files;
    private final String blade;
    private final String polars;

    BladeFiles(TypeFiles files, String blade, String polars) {
        this.files = files;
        this.blade = blade;
        this.polars = polars;
    }

    /** @param length of the blade in m */
    List<Section> sections(double length) throws IOException {
        Map<String, Polar> airfoils = polars();
        List<Section> sections = new ArrayList<>();
        double span = -1;
        List<Row> rows = Csv.read(files.text(blade), files.place(blade), BLADE);
        if (rows.size() < 3 || rows.size() > MOST_STRIPS) {
            throw new IOException(files.place(blade) + ": " + rows.size() + " strips, it must be 3 to " + MOST_STRIPS);
        }
        for (Row row : rows) {
            double place = row.number(0, "span_m", 0, length);
            if (place <= span) {
                throw new IOException(row.place() + ": span_m must rise, " + place + " comes after " + span);
            }
            span = place;
            Polar polar = airfoils.get(row.text(5));
            if (polar == null) {
                throw new IOException(row.place() + ": " + files.place(polars) + " has no airfoil '" + row.text(5) + "'; it has "
                        + airfoils.keySet());
            }
            sections.add(new Section(place, row.number(4, "width_m", 1e-3, 50), Math.toRadians(row.number(1, "twist_deg", -90, 90)),
                    row.number(2, "chord_m", 0.01, 20), row.number(3, "prebend_m", -30, 30), polar));
        }
        return sections;
    }

    private Map<String, Polar> polars() throws IOException {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : Csv.read(files.text(polars), files.place(polars), POLARS)) {
            groups.computeIfAbsent(row.text(0), airfoil -> new ArrayList<>()).add(row);
        }
        Map<String, Polar> airfoils = new LinkedHashMap<>();
        for (Map.Entry<String, List<Row>> group : groups.entrySet()) {
            airfoils.put(group.getKey(), polar(group.getValue()));
        }
        return airfoils;
    }

    private static Polar polar(List<Row> rows) throws IOException {
        double[] angle = new double[rows.size()];
        double[] lift = new double[rows.size()];
        double[] drag = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            angle[i] = row.number(1, "angle_deg", -180, 180);
            if (i > 0 && angle[i] <= angle[i - 1]) {
                throw new IOException(row.place() + ": angle_deg must rise within an airfoil, " + angle[i] + " comes after "
                        + angle[i - 1]);
            }
            lift[i] = row.number(2, "lift", -5, 5);
            drag[i] = row.number(3, "drag", -1, 5);
        }
        try {
            return new Polar(angle, lift, drag);
        } catch (IllegalArgumentException e) {
            throw new IOException(rows.get(0).place() + ": airfoil '" + rows.get(0).text(0) + "': " + e.getMessage(), e);
        }
    }
}
