package org.gemello.historian.internal;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Lets the embedded history come to life, unless the property {@code gemello.history.store} names another store: there is one only. */
@Component(service = StoreChoice.class, immediate = true)
public final class StoreChoice {
    private static final String EMBEDDED = "embedded";

    @Activate
    public StoreChoice(ComponentContext context) {
        String chosen = context.getBundleContext().getProperty("gemello.history.store");
        if (chosen == null || chosen.isBlank() || chosen.equals(EMBEDDED)) {
            context.enableComponent(HistoryService.class.getName());
        }
    }
}
