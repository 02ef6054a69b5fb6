package org.gemello.runtime.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.TwinDefinition;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;

/**
 * The behaviour of one twin with its state: the only place that holds objects of a pack. When it is let go, nothing of the
 * pack is left in the core but bytes.
 */
final class BehaviorHost<S> {
    private final TwinType<S> type;
    private final TwinModel model;
    private final TwinBehavior<S> behavior;
    private final S state;

    private BehaviorHost(TwinType<S> type, TwinDefinition definition, StateImage image) throws IOException {
        this.type = type;
        this.model = type.model();
        requireConfiguration(definition);
        this.behavior = type.behavior(new Context(definition.id(), definition.configuration(), parts(definition)));
        this.state = image == null || image.state() == null ? behavior.initial() : restore(image);
    }

    /** What a type declares holds before it is asked, so that none has to check it. */
    private void requireConfiguration(TwinDefinition definition) {
        Map<String, String> objections = model.configuration().map(spec -> spec.objections(definition.configuration(), definition.parts()))
                .orElse(Map.of());
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException("twin " + definition.id() + ": " + objections.entrySet().stream()
                    .map(objection -> "configuration '" + objection.getKey() + "' " + objection.getValue()).collect(Collectors.joining("; ")));
        }
    }

    /** Every role of the model is there, also one without parts. */
    private Map<String, List<TwinId>> parts(TwinDefinition definition) {
        Map<String, List<TwinId>> parts = new LinkedHashMap<>();
        model.parts().forEach(spec -> parts.put(spec.role(), definition.parts().getOrDefault(spec.role(), List.of())));
        return Collections.unmodifiableMap(parts);
    }

    private record Context(TwinId twin, Map<String, String> configuration, Map<String, List<TwinId>> parts) implements TwinContext {
    }

    /**
     * A behaviour at work again from an image, or from the beginning where there is none.
     *
     * @throws IOException              where the state cannot be read or brought to the present schema
     * @throws IllegalArgumentException where the twin's configuration is wrong
     */
    static BehaviorHost<?> start(TwinType<?> type, TwinDefinition definition, StateImage image) throws IOException {
        return new BehaviorHost<>(type, definition, image);
    }

    private S restore(StateImage image) throws IOException {
        byte[] bytes = image.state();
        if (image.schema() > model.schema()) {
            throw new IOException("its state has schema " + image.schema() + ", this version of " + type.id() + " knows up to "
                    + model.schema() + ": install the newer version again");
        }
        for (int schema = image.schema(); schema < model.schema(); schema++) {
            bytes = migration(schema).migrate(bytes);
        }
        return type.codec().decode(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private StateMigration migration(int schema) throws IOException {
        return type.migrations().stream().filter(m -> m.from() == schema).findFirst()
                .orElseThrow(() -> new IOException(type.id() + " has no migration from schema " + schema + " to " + (schema + 1)));
    }

    TwinModel model() {
        return model;
    }

    void samples(SampleBatch batch, Effects out) {
        behavior.onSamples(state, batch, out);
    }

    void tick(Instant now, Effects out) {
        behavior.onTick(state, now, out);
    }

    void command(Command command, Effects out) {
        behavior.onCommand(state, command, out);
    }

    void proposal(ProposalNews news, Effects out) {
        behavior.onProposal(state, news, out);
    }

    byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        type.codec().encode(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
