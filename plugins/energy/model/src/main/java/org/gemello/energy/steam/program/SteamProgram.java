package org.gemello.energy.steam.program;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;
import org.gemello.energy.program.WrongCommand;
import org.gemello.energy.steam.Steam;
import org.gemello.energy.steam.WaterState;

/** {@code energy/steam}: the state of water or steam over pressure and temperature, or both sides of the saturation line. */
public final class SteamProgram {
    private static final String HELP = """
            usage: energy/steam --p MPa --t K     one state
                   energy/steam --p MPa           boiling water and dry steam
                   energy/steam --t K             boiling water and dry steam
              --p    pressure in MPa, absolute
              --t    temperature in K
            Water and steam after IAPWS-IF97: up to 100 MPa at 273.15 to 1073.15 K, up to 50 MPa to 2273.15 K.
            The answer comes as comma-separated values.
            """;
    private static final double HIGHEST = 1e9;

    private SteamProgram() {
    }

    private static Program program() {
        return new Program("energy/steam", HELP, new Program.Syntax(Set.of("--p", "--t"), Set.of("--csv"), 0), SteamProgram::print);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void print(Arguments arguments, PrintStream out) {
        List<WaterState> states = states(arguments.number("--p", -HIGHEST, HIGHEST), arguments.number("--t", -HIGHEST, HIGHEST));
        out.println("p [MPa],T [K],v [m3/kg],h [kJ/kg],s [kJ/(kg K)]");
        states.forEach(state -> out.printf(Locale.ROOT, "%.9g,%.9g,%.9g,%.9g,%.9g%n", state.pressure(), state.temperature(),
            state.volume(), state.enthalpy(), state.entropy()));
    }

    private static List<WaterState> states(Optional<Double> pressure, Optional<Double> temperature) {
        if (pressure.isPresent() && temperature.isPresent()) {
            return List.of(Steam.at(pressure.get(), temperature.get()));
        }
        double saturation = pressure.or(() -> temperature.map(Steam::saturationPressure))
            .orElseThrow(() -> new WrongCommand("--p or --t is needed"));
        return List.of(Steam.liquid(saturation), Steam.vapour(saturation));
    }
}
