package org.gemello.connector.mqtt;

import org.gemello.connector.mqtt.internal.RestartProof;
import org.gemello.testkit.Figures;

/**
 * Restarts the broker under load and shows that every message that it had acknowledged is stored: {@code MqttRestartProof
 * [--restarts N]}, 100 where absent. The exit code is not 0 where one is lost.
 */
public final class MqttRestartProof {
    private MqttRestartProof() {
    }

    public static void main(String[] arguments) throws Exception {
        int restarts = 100;
        if (arguments.length == 2 && arguments[0].equals("--restarts")) {
            restarts = Integer.parseInt(arguments[1]);
        } else if (arguments.length != 0) {
            System.err.println("usage: MqttRestartProof [--restarts N]");
            System.exit(2);
        }
        RestartProof.Outcome outcome = new RestartProof(restarts, System.out::println).run();
        Figures figures = new Figures("mqtt-restarts", System.out);
        figures.row("restarts", Integer.toString(outcome.restarts()), "orderly, with persistence, while messages come")
                .row("acknowledged", Long.toString(outcome.acknowledged()), "messages at QoS 1 that the broker has taken")
                .row("stored", Long.toString(outcome.stored()), "distinct messages in the log")
                .row("doubles", Long.toString(outcome.doubles()),
                        outcome.sentAgain() + " messages were sent again by the publisher, which had no answer")
                .row("gaps", Long.toString(outcome.gaps()), "told because the broker had lost the session");
        figures.print().goal(outcome.lost() + " lost of " + outcome.acknowledged() + " acknowledged", "0", outcome.lost() == 0);
        System.exit(figures.met() ? 0 : 1);
    }
}
