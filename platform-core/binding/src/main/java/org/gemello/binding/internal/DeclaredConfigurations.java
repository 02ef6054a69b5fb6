package org.gemello.binding.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.spi.TwinType;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What the twin types that serve at the moment declare of their configuration, by type. They are looked up only then: packs come and go. */
final class DeclaredConfigurations implements Supplier<Map<String, ConfigurationSpec>> {
    private static final String SERVING = "(!(gemello.standby=true))";
    private final BundleContext bundle;

    DeclaredConfigurations(BundleContext bundle) {
        this.bundle = bundle;
    }

    @Override
    public Map<String, ConfigurationSpec> get() {
        Map<String, ConfigurationSpec> declared = new HashMap<>();
        try {
            for (ServiceReference<?> reference : bundle.getServiceReferences(TwinType.class, SERVING)) {
                if (bundle.getService(reference) instanceof TwinType<?> type) { // else it has gone in between
                    type.model().configuration().ifPresent(spec -> declared.put(type.id().value(), spec));
                    bundle.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is right", e);
        }
        return declared;
    }
}
