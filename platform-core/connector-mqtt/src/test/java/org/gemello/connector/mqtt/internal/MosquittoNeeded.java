package org.gemello.connector.mqtt.internal;

import org.gemello.testkit.mqtt.Mosquitto;
import org.junit.jupiter.api.Assumptions;

/** Skips, but not in silence, where there is no mosquitto. */
final class MosquittoNeeded {
    private MosquittoNeeded() {
    }

    static void orSkip(String what) {
        if (Mosquitto.program().isEmpty()) {
            String loud = "NOT TESTED: " + what + ". mosquitto is not on this machine; install it (apt-get install mosquitto),"
                    + " or name its folder with -Dgemello.mosquitto=<folder>";
            System.err.println("*".repeat(loud.length()) + '\n' + loud + '\n' + "*".repeat(loud.length()));
            Assumptions.abort(loud);
        }
    }
}
