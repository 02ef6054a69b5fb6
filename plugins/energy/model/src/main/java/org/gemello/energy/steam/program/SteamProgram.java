package org.gemello.energy.steam.program;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemello.energy.steam.Steam;
import org.gemello.energy.steam.WaterState;

/** {@code energy/steam}: the state of water or steam over pressure and temperature, or both sides of the saturation line. */
public final class SteamProgram {
    private static final String HELP = """
            energy/steam --p MPa --t K     one state
            energy/steam --p MPa           boiling water and dry steam
            energy/steam --t K             boiling water and dry steam
            Water and steam after IAPWS-IF97: up to 100 MPa at 273.15 to 1073.15 K, up to 50 MPa to 2273.15 K.
            Exit code: 0 done, 1 outside of the range, 2 wrong arguments.""";

    private SteamProgram() {
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(HELP);
            return 0;
        }
        Map<String, Double> given = new HashMap<>();
        try {
            for (int k = 0; k + 1 < args.length; k += 2) {
                given.put(args[k], Double.valueOf(args[k + 1]));
            }
        } catch (NumberFormatException e) {
            err.println("energy/steam: not a number: " + e.getMessage());
            return 2;
        }
        if (given.isEmpty() || args.length % 2 != 0 || !Set.of("--p", "--t").containsAll(given.keySet())) {
            err.println(HELP);
            return 2;
        }
        try {
            List<WaterState> states = states(given.get("--p"), given.get("--t"));
            out.println("p [MPa],T [K],v [m3/kg],h [kJ/kg],s [kJ/(kg K)]");
            states.forEach(state -> out.printf(Locale.ROOT, "%.9g,%.9g,%.9g,%.9g,%.9g%n", state.pressure(), state.temperature(),
                state.volume(), state.enthalpy(), state.entropy()));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("energy/steam: " + e.getMessage());
            return 1;
        }
    }

    private static List<WaterState> states(Double pressure, Double temperature) {
        if (pressure != null && temperature != null) {
            return List.of(Steam.at(pressure, temperature));
        }
        double saturation = pressure != null ? pressure : Steam.saturationPressure(temperature);
        return List.of(Steam.liquid(saturation), Steam.vapour(saturation));
    }
}
