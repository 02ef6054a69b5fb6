package org.gemello.energy.rotor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Computes the rotor table of the NREL 5-MW turbine from its airfoil polars: this is how {@code nrel-5mw-rotor.csv} was made.
 * Arguments: folder with the AeroDyn airfoil files, file to write.
 */
public final class RotorTableProgram {
    private static final double[] RATIOS = IntStream.rangeClosed(4, 80).mapToDouble(i -> i * 0.25).toArray();
    private static final double[] PITCHES = IntStream.rangeClosed(-10, 70).mapToDouble(i -> i * 0.5).toArray();
    private static final String REMARKS = """
            # Power coefficient of the NREL 5-MW rotor (NREL/TP-500-38060) over tip-speed ratio (rows) and pitch in degrees (columns).
            # Computed by RotorTableProgram: blade element momentum, 17 strips, no tilt, no precone; airfoil polars of OpenFAST.
            """;

    private RotorTableProgram() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("two arguments: folder with the airfoil files, file to write");
            System.exit(2);
        }
        Files.writeString(Path.of(args[1]), REMARKS + compute(Path.of(args[0])).text());
    }

    static RotorTable compute(Path airfoils) throws IOException {
        BladeElementMomentum rotor = new BladeElementMomentum(Nrel5MwBlade.read(airfoils));
        return RotorTable.compute(RATIOS, PITCHES, (ratio, pitch) -> rotor.loads(ratio, Math.toRadians(pitch)).power());
    }
}
