package org.gemello.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.RecordingEffects;

/** A worker with the types of a test, and what its listener heard. */
final class WorkerFixture implements AutoCloseable {
    static final WorkerLimits LIMITS = WorkerLimits.USUAL.withHeap(32).withLanes(2).withCall(Duration.ofSeconds(20))
            .withPauses(Duration.ofMillis(10), Duration.ofMillis(50));
    private final List<WorkerStatus> heard = new CopyOnWriteArrayList<>();
    private final WorkerTypes worker;

    WorkerFixture(Path folder, WorkerLimits limits, Class<?>... types) throws IOException {
        Path bundle = PackFile.of(folder.resolve("pack.jar"), types);
        worker = WorkerTypes.start(new WorkerPack("test", "1.0.0", List.of(bundle)), limits, PlatformJars.in(folder),
                folder.resolve("work"),
                heard::add);
    }

    WorkerTypes worker() {
        return worker;
    }

    List<WorkerStatus.State> heard() {
        return heard.stream().map(WorkerStatus::state).toList();
    }

    TwinType<?> type() {
        return worker.types().get(0);
    }

    static Command command(String name, Map<String, Double> arguments) {
        return new Command("c-1", new TwinId("t-1"), name, arguments, "operator", Instant.EPOCH, Instant.EPOCH.plusSeconds(10));
    }

    /** A twin of a type, with effects. */
    static <S> Twin<S> twin(TwinType<S> type) {
        return new Twin<>(type);
    }

    static final class Twin<S> {
        private final TwinBehavior<S> behavior;
        private final RecordingEffects effects;
        private final S state;

        private Twin(TwinType<S> type) {
            behavior = type.behavior(GivenContext.of("t-1"));
            effects = new RecordingEffects(type.model());
            effects.setCommanding(true);
            state = behavior.initial();
        }

        /** Gives a command and returns the effects. */
        List<Effect> command(String name) {
            behavior.onCommand(state, WorkerFixture.command(name, Map.of()), effects);
            return effects.take();
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
