package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.StateCodec;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.gemello.worker.internal.frame.Operation;

/** Stands for a type in whichever child serves the pack now. */
final class RemoteType implements TwinType<RemoteState> {
    private final Description description;
    private final Supplier<ChildProcess> children;

    /** @param children the child that serves, or an exception that says why there is none */
    RemoteType(Description description, Supplier<ChildProcess> children) {
        this.description = description;
        this.children = children;
    }

    @Override
    public TwinTypeId id() {
        return description.id();
    }

    @Override
    public TwinModel model() {
        return description.model();
    }

    @Override
    public TwinBehavior<RemoteState> behavior(TwinContext context) {
        return RemoteBehavior.make(children.get(), description, context);
    }

    @Override
    public StateCodec<RemoteState> codec() {
        return new RemoteCodec(description, children);
    }

    @Override
    public List<StateMigration> migrations() {
        return IntStream.range(0, description.migrates().size()).mapToObj(this::migration).toList();
    }

    private StateMigration migration(int place) {
        return new StateMigration() {
            @Override
            public int from() {
                return description.migrates().get(place);
            }

            @Override
            public byte[] migrate(byte[] state) throws IOException {
                return children.get().call(Operation.MIGRATE, description.id(),
                        (frame, batches) -> frame.putInt(description.place()).putInt(place).putBytes(state), frame -> frame.getBytes());
            }
        };
    }
}
