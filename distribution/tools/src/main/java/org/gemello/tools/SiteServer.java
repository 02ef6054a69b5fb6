package org.gemello.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;

/**
 * The OPC UA server of a whole site, in a process of its own. Variable 0 of each unit counts the ticks; the others are sensors with two
 * decimals that wander. A line {@code N} on its input sets the rate to N ticks a second, the end of its input ends it.
 */
public final class SiteServer {
    /** Printed once clients may come. */
    static final String READY = "ready";
    private static volatile long period = 1_000_000_000L;

    private SiteServer() {
    }

    /** Arguments: port, units, variables of each unit. */
    public static void main(String[] arguments) throws IOException {
        int units = Integer.parseInt(arguments[1]);
        int points = Integer.parseInt(arguments[2]);
        try (OpcUaTestServer server = new OpcUaTestServer(Integer.parseInt(arguments[0]), 10_000)) {
            List<OpcUaVariable> variables = new ArrayList<>();
            for (int unit = 0; unit < units; unit++) {
                for (int point = 0; point < points; point++) {
                    variables.add(server.add(name(unit, point), 0.0));
                }
            }
            server.start();
            Thread clock = new Thread(() -> tick(variables, points), "site");
            clock.setDaemon(true);
            clock.start();
            System.out.println(READY);
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                period = 1_000_000_000L / Long.parseLong(line.trim());
            }
        }
    }

    static String name(int unit, int point) {
        return String.format("u%03d.p%03d", unit, point);
    }

    private static void tick(List<OpcUaVariable> variables, int points) {
        double[] hundredths = new double[variables.size()];
        Random random = new Random(32_000);
        long next = System.nanoTime();
        for (long tick = 1; true; tick++) {
            Instant now = Instant.now();
            for (int i = 0; i < hundredths.length; i++) {
                hundredths[i] = i % points == 0 ? tick * 100 : hundredths[i] + random.nextInt(21) - 10;
                variables.get(i).set(hundredths[i] / 100, 0, now);
            }
            next += period;
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                next = System.nanoTime(); // this machine cannot do more
            }
        }
    }
}
