package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;

/** The server of the benchmark: so many Double variables, all with a new value at each tick, until its input is closed. */
public final class BenchServer {
    /** Printed once clients may come. */
    public static final String READY = "ready";

    private BenchServer() {
    }

    /** Arguments: port, number of variables, ticks per second. */
    public static void main(String[] arguments) throws IOException {
        try (OpcUaTestServer server = new OpcUaTestServer(Integer.parseInt(arguments[0]), 10_000)) {
            int count = Integer.parseInt(arguments[1]);
            List<OpcUaVariable> variables = IntStream.range(0, count).mapToObj(i -> server.add(variable(i), 0.0)).toList();
            double[] tick = {0};
            server.tick(Double.parseDouble(arguments[2]), () -> {
                tick[0] += 0.125;
                variables.forEach(variable -> variable.set(tick[0]));
            });
            server.start();
            System.out.println(READY);
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    static String variable(int number) {
        return "v" + number;
    }
}
