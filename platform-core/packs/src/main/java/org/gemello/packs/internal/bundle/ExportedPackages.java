package org.gemello.packs.internal.bundle;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** What the platform exports; packs export for themselves alone. */
public final class ExportedPackages {
    private final BundleContext context;

    public ExportedPackages(BundleContext context) {
        this.context = context;
    }

    /** The highest version of each package. */
    public Map<String, String> versions() {
        Map<String, Version> versions = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = PackOrigin.isPack(bundle) ? null : bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                for (BundleCapability export : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                    versions.merge((String) export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE),
                            (Version) export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE),
                            (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            }
        }
        Map<String, String> texts = new HashMap<>();
        versions.forEach((name, version) -> texts.put(name, version.getMajor() + "." + version.getMinor() + "." + version.getMicro()));
        return texts;
    }
}
