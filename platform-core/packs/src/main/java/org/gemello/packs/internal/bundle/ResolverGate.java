package org.gemello.packs.internal.bundle;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * To what a bundle of a pack may be wired: to packages of the platform that are on the allow list and to bundles of its own version. Nobody
 * is wired to a pack, so that it can go without a refresh of anybody else.
 */
final class ResolverGate implements ResolverHookFactory, ResolverHook {
    /** Requirements that give no classes. */
    private static final Set<String> HARMLESS = Set.of("osgi.ee", "osgi.native", "osgi.extender", "osgi.implementation", "osgi.service");
    private final Predicate<String> packages;

    ResolverGate(Predicate<String> packages) {
        this.packages = packages;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // every bundle may try
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
        String own = PackOrigin.prefix(singleton.getRevision().getBundle());
        candidates.removeIf(other -> own != null || PackOrigin.isPack(other.getRevision().getBundle()));
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        String own = PackOrigin.prefix(requirement.getRevision().getBundle());
        candidates.removeIf(candidate -> !mayWire(own, candidate));
    }

    private boolean mayWire(String own, BundleCapability candidate) {
        String theirs = PackOrigin.prefix(candidate.getRevision().getBundle());
        if (own == null || theirs != null) {
            return own == null ? theirs == null : own.equals(theirs);
        }
        String namespace = candidate.getNamespace();
        if (namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return packages.test((String) candidate.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
        }
        return HARMLESS.contains(namespace);
    }

    @Override
    public void end() {
        // nothing is kept
    }
}
