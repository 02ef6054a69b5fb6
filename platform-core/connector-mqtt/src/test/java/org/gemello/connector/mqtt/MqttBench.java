package org.gemello.connector.mqtt;

import org.gemello.connector.mqtt.internal.ReceiveBench;
import org.gemello.testkit.Figures;

/** Measures how near to the wire the connector receives: {@code ./gemello bench mqtt}. */
public final class MqttBench {
    private MqttBench() {
    }

    /** @param arguments number of messages, 100,000 where absent */
    public static void main(String[] arguments) throws Exception {
        Figures figures = new Figures("mqtt", System.out);
        new ReceiveBench(arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0])).run(figures);
        System.exit(figures.met() ? 0 : 1);
    }
}
