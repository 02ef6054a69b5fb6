package org.gemello.historian.internal;

import java.util.Set;
import org.gemello.api.health.HealthCheck;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the embedded history come to life, unless the property {@code gemello.history.store} names another store: there is one only. A name
 * that no store has leaves the platform without a history; that is said as a part of its health that is not ready.
 */
@Component(service = StoreChoice.class, immediate = true)
public final class StoreChoice {
    private static final Logger LOG = LoggerFactory.getLogger(StoreChoice.class);
    private static final String PROPERTY = "gemello.history.store";
    private static final String EMBEDDED = "embedded";
    private static final Set<String> OTHERS = Set.of("postgres");

    @Activate
    public StoreChoice(ComponentContext context) {
        String chosen = context.getBundleContext().getProperty(PROPERTY);
        if (chosen == null || chosen.isBlank() || chosen.equals(EMBEDDED)) {
            context.enableComponent(HistoryService.class.getName());
        } else if (!OTHERS.contains(chosen)) {
            String problem = "'" + PROPERTY + "' is '" + chosen + "', and there is no such store: nothing is stored in the history. Write '"
                    + EMBEDDED + "' or '" + String.join("' or '", OTHERS) + "', and restart";
            LOG.error(problem);
            HealthCheck check = () -> HealthCheck.Health.notReady("history store", problem);
            context.getBundleContext().registerService(HealthCheck.class, check, null); // it goes with the bundle
        }
    }
}
