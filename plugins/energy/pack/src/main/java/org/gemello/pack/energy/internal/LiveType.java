package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.signal.StatePart;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** What the types around live twins of the model have in common: points and commands with their texts, configuration, codec. */
abstract class LiveType<S extends StatePart> implements TwinType<S> {
    private static final int SCHEMA = 1;
    private final TwinTypeId id;
    private final TwinModel model;
    private final Supplier<S> empty;

    /** A type without commands. */
    LiveType(String type, Supplier<S> empty, Function<Points, Points> points) {
        this(type, empty, points, (texts, prefix) -> List.of());
    }

    LiveType(String type, Supplier<S> empty, Function<Points, Points> points, Commands commands) {
        id = new TwinTypeId("energy/" + type);
        Texts texts = Texts.in("en");
        model = new TwinModel(SCHEMA, texts.get(type), points.apply(new Points(texts, type)).all(), commands.of(texts, type + '.'));
        this.empty = empty;
    }

    /** Commands with titles from the texts. */
    @FunctionalInterface
    interface Commands {
        List<CommandSpec> of(Texts texts, String prefix);
    }

    /** A command that writes one set point. */
    static CommandSpec command(Texts texts, String prefix, String name, ParameterSpec parameter) {
        String key = prefix + name;
        ParameterSpec titled = new ParameterSpec(parameter.name(), texts.get(key + '.' + parameter.name()), parameter.unit(),
                parameter.low(), parameter.high(), parameter.maxStep(), parameter.point());
        return new CommandSpec(name, texts.get(key), List.of(titled), Duration.ofSeconds(1));
    }

    /** @throws IllegalArgumentException where the configuration is wrong; which twin it is need not be said */
    abstract LiveTwin<S> twin(Given given);

    @Override
    public final TwinTypeId id() {
        return id;
    }

    @Override
    public final TwinModel model() {
        return model;
    }

    @Override
    public final TwinBehavior<S> behavior(TwinContext context) {
        Given given = new Given(context);
        LiveTwin<S> twin = Configurations.named(context, () -> twin(given));
        given.done();
        return new LiveBehavior<>(context.twin(), model, empty, twin);
    }

    @Override
    public final StateCodec<S> codec() {
        return StateCodec.of(StatePart::write, in -> {
            S state = empty.get();
            state.read(in);
            return state;
        });
    }
}
