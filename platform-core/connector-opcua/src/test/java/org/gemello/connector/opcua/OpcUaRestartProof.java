package org.gemello.connector.opcua;

import java.util.List;
import org.gemello.connector.opcua.internal.RestartProof;

/**
 * The server is restarted under load, again and again: no value may be lost without a gap, none may be there twice.
 * Options: {@code --restarts 100}. Ends with 0 where everything is accounted for, else with 1.
 */
public final class OpcUaRestartProof {
    private static final int SHOWN = 10;

    private OpcUaRestartProof() {
    }

    public static void main(String[] arguments) throws Exception {
        int at = List.of(arguments).indexOf("--restarts");
        int restarts = at < 0 ? 100 : Integer.parseInt(arguments[at + 1]);
        RestartProof.Result result = new RestartProof(restarts, System.out::println).run();
        System.out.printf("%d restarts of the OPC UA server: %d counts there, %d of them from its history, %d within gaps, %d problems%n",
                restarts, result.counts(), result.filled(), result.covered(), result.problems().size());
        result.problems().stream().limit(SHOWN).forEach(System.out::println);
        System.exit(result.problems().isEmpty() ? 0 : 1); // Milo's shared threads are not daemons
    }
}
