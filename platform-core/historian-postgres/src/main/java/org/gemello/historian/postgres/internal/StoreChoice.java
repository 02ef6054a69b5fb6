package org.gemello.historian.postgres.internal;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets the history on PostgreSQL come to life where the property {@code gemello.history.store} is {@code postgres}: there must be one history
 * only, as each would take the place of the other as the consumer of the log.
 */
@Component(service = StoreChoice.class, immediate = true)
public final class StoreChoice {

    @Activate
    public StoreChoice(ComponentContext context) {
        if ("postgres".equals(context.getBundleContext().getProperty("gemello.history.store"))) {
            context.enableComponent(PostgresHistoryService.class.getName());
        }
    }
}
