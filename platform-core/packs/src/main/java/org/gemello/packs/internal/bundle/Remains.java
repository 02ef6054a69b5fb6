package org.gemello.packs.internal.bundle;

import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** What a version may leave behind: its class loaders, held weakly, and the packages by which its classes are known in a stack. */
public final class Remains {
    private final PackOrigin origin;
    private final List<WeakReference<ClassLoader>> loaders;
    private final Set<String> packages;

    private Remains(PackOrigin origin, List<WeakReference<ClassLoader>> loaders, Set<String> packages) {
        this.origin = origin;
        this.loaders = loaders;
        this.packages = packages;
    }

    /** Nothing to look for, such as where the version ran in another process. */
    public static Remains none(PackOrigin origin) {
        return new Remains(origin, List.of(), Set.of());
    }

    static Remains of(PackOrigin origin, List<Bundle> bundles) {
        List<BundleWiring> wirings = bundles.stream().map(bundle -> bundle.adapt(BundleWiring.class)).filter(Objects::nonNull).toList();
        Set<String> packages = new HashSet<>();
        for (BundleWiring wiring : wirings) {
            for (String path : wiring.listResources("/", "*.class",
                    BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE)) {
                packages.add(path.contains("/") ? path.substring(0, path.lastIndexOf('/')).replace('/', '.') : "");
            }
        }
        return new Remains(origin, wirings.stream().map(BundleWiring::getClassLoader).filter(Objects::nonNull).map(WeakReference::new)
                .toList(), packages);
    }

    public PackOrigin origin() {
        return origin;
    }

    /** True where the garbage collector has taken all class loaders. */
    public boolean areGone() {
        return loaders.stream().allMatch(loader -> loader.refersTo(null));
    }

    /** True for a class loader of the version, or one below it. */
    boolean isOwn(ClassLoader loader) {
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            ClassLoader asked = next;
            if (loaders.stream().anyMatch(own -> own.refersTo(asked))) {
                return true;
            }
        }
        return false;
    }

    boolean isOwnName(String className) {
        int dot = className.lastIndexOf('.');
        return packages.contains(dot < 0 ? "" : className.substring(0, dot));
    }
}
