package org.gemello.energy.grid;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cases for tests. */
final class Grids {
    /** Three buses with a transformer, a phase shifter, a shunt and charging. */
    static final String SMALL = """
            function mpc = small
            mpc.version = '2';
            mpc.baseMVA = 100; % MVA
            mpc.bus = [
                1 3 0  0  0 0 1 1.02 0 110 1 1.1 0.9;
                2 2 20 5  0 0 1 1.00 0 110 1 1.1 0.9;
                7 1 90 30 1 9 1 1.00 0 110 1 1.1 0.9;
            ];
            mpc.gen = [
                1 0  0 300 -300 1.02 100 1 250 0;
                2 60 0 20  -20  1.01 100 1 250 0;
            ];
            mpc.branch = [
                1 2 0.01 0.10 0.02 80  0 0 0    0 1 -360 360;
                2 7 0.02 0.12 0.03 70  0 0 0    3 1 -360 360;
                1 7 0.00 0.15 0    70  0 0 0.98 0 1 -360 360;
            ];
            mpc.bus_name = {
                'a; [b]';
            };
            """;

    private Grids() {
    }

    static GridCase reference(String name) throws IOException {
        Path folder = Path.of(System.getProperty("gemello.reference.data", "../shared/data")).resolve("grid");
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no reference data at " + folder + ", set -Dgemello.reference.data");
        return MatpowerCase.parse(Files.readString(folder.resolve(name)));
    }

    /** A meshed random grid: every bus hangs on an earlier one, half as many branches again close loops. */
    static GridCase random(int size, long seed) {
        Random random = new Random(seed);
        List<Bus> buses = new ArrayList<>();
        List<Generator> generators = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            boolean unit = i % 6 == 1;
            buses.add(new Bus(i, i == 1 ? Bus.Kind.SLACK : unit ? Bus.Kind.GENERATOR : Bus.Kind.LOAD,
                    unit ? 0 : 2 + 4 * random.nextDouble(), unit ? 0 : 2 * random.nextDouble(), 0, 0, 1, 0, 1.1, 0.9));
            if (unit) {
                generators.add(new Generator(i, 18, 0, 40, -40, 1.02, true));
            }
            for (int k = 0; i > 1 && k < (i % 2 == 0 ? 1 : 2) && (k == 0 || i > 3); k++) {
                int other = Math.max(1, i - 1 - random.nextInt(Math.min(i - 1, 12)));
                branches.add(new Branch(i, other, 0.005, 0.04 + 0.03 * random.nextDouble(), 0.01, 0, 0, 0, true));
            }
        }
        return new GridCase(100, buses, generators, branches);
    }
}
