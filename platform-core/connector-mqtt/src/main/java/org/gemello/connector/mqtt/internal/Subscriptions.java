package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Asks the broker for what the dialect wants, and knows what it does not get. Lives in the event loop. */
final class Subscriptions {
    private final Dialect dialect;
    private String impossible = "";
    private boolean complete;

    Subscriptions(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Subscribes to what the broker can give, unless its session has that already.
     *
     * @param present true where the broker still has our session
     * @return false where there was nothing to ask for
     */
    boolean ask(MqttSession session, boolean present) {
        Map<TopicFilter, MqttQoS> wanted = new LinkedHashMap<>(dialect.subscriptions());
        StringJoiner objections = new StringJoiner(", ");
        wanted.keySet().removeIf(filter -> {
            String objection = session.limits().objection(filter);
            if (!objection.isEmpty()) {
                objections.add(filter + " (" + objection + ')');
            }
            return !objection.isEmpty();
        });
        impossible = objections.toString();
        if (wanted.isEmpty() || present && complete) {
            return false;
        }
        session.subscribe(wanted);
        return true;
    }

    /**
     * The broker has answered, or was not asked.
     *
     * @param refused filters that it refused, with its reason; empty where it took all
     * @return all filters that bring nothing, with the reason; empty where there is none
     */
    String answered(String refused) {
        String all = impossible.isEmpty() || refused.isEmpty() ? impossible + refused : impossible + ", " + refused;
        complete = all.isEmpty();
        return all;
    }
}
