package org.gemello.packs.internal.bundle;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.spi.TwinType;
import org.osgi.framework.BundleContext;

/** What all versions have in common, wherever their code runs: types on a desk. */
abstract class TypedVersion implements LoadedVersion {
    final PackOrigin origin;
    final TypeDesk desk;

    TypedVersion(BundleContext context, PackOrigin origin, Map<String, Integer> declared, Function<TwinType<?>, GuardedType<?>> guard) {
        this.origin = origin;
        this.desk = new TypeDesk(context, origin, declared, guard);
    }

    @Override
    public final PackOrigin origin() {
        return origin;
    }

    @Override
    public final List<GuardedType<?>> types() {
        return desk.types();
    }

    @Override
    public final void serve() {
        desk.serving(true);
    }

    @Override
    public final void standBy() {
        desk.serving(false);
    }
}
