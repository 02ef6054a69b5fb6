package org.gemello.packs.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.pack.PackView;
import org.gemello.api.twin.Severity;
import org.gemello.runtime.exchange.TypeExchange;

/** Names the pack whose twins do not work: the runtime knows types and twins, people know packs. */
final class TwinWatch {
    private final TypeExchange exchange;
    private final PlatformAlarms alarms;

    TwinWatch(TypeExchange exchange, PlatformAlarms alarms) {
        this.exchange = exchange;
        this.alarms = alarms;
    }

    /** Looks once: a twin that is parked, or whose behaviour holds its mailbox. */
    void look(PackView pack) {
        List<String> troubles = new ArrayList<>();
        for (String type : pack.types().keySet()) {
            exchange.health(type).ifPresent(health -> {
                if (!health.holding().isEmpty()) {
                    troubles.add(type + " holds a mailbox: " + health.holding());
                }
                health.parked().forEach(twin -> troubles.add(type + " is parked: " + twin));
            });
        }
        String alarm = "packs." + pack.id() + ".twins";
        if (troubles.isEmpty()) {
            alarms.clear(alarm, "all twins of pack " + pack.id() + " work");
        } else {
            alarms.raise(alarm, Severity.HIGH, "pack " + pack.id() + " " + pack.version() + ": " + String.join("; ", troubles)
                    + "; roll back (pack:rollback " + pack.id() + "), mend the cause, or let them go on (twin:resume)");
        }
    }
}
