package org.gemello.packs.internal.guard;

import java.util.List;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.StateCodec;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/**
 * A twin type of a pack as the platform sees it: what the grant does not cover does not reach the behaviour, and does not come out of it.
 *
 * @param <S> state of one twin
 */
public final class GuardedType<S> implements TwinType<S> {
    private final TwinType<S> inner;
    private final TwinTypeId id;
    private final TwinModel model;
    private final PointPatterns read;
    private final PointPatterns write;
    private final List<String> commands;
    private final Refusals refusals;

    public GuardedType(TwinType<S> inner, PackGrant grant, Refusals refusals) {
        this.inner = inner;
        this.id = inner.id();
        this.model = inner.model();
        this.read = new PointPatterns(grant.read());
        this.write = new PointPatterns(grant.write());
        this.commands = grant.commands();
        this.refusals = refusals;
    }

    /** Of a type whose state nobody needs to know. */
    public static <S> GuardedType<S> of(TwinType<S> inner, PackGrant grant, Refusals refusals) {
        return new GuardedType<>(inner, grant, refusals);
    }

    @Override
    public TwinTypeId id() {
        return id;
    }

    @Override
    public TwinModel model() {
        return model;
    }

    @Override
    public TwinBehavior<S> behavior(TwinContext context) {
        TwinId twin = context.twin();
        return new GuardedBehavior<>(inner.behavior(context), new ReadFilter(context, model, read, refusals),
                new EffectFilter(twin, model, write, refusals), command -> mayHandle(twin, command),
                new AtWork(refusals.origin(), twin));
    }

    private boolean mayHandle(TwinId twin, String command) {
        boolean granted = commands.contains(id + ": " + command);
        if (!granted) {
            refusals.refused("command", twin.value(), command);
        }
        return granted;
    }

    @Override
    public StateCodec<S> codec() {
        return inner.codec();
    }

    @Override
    public List<StateMigration> migrations() {
        return inner.migrations();
    }

    @Override
    public String toString() {
        return id + " (guarded)";
    }
}
