package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ConfigurationSpec;
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
    private final ConfigurationSpec configuration;
    private final Function<Given, LiveTwin<S>> reading;

    /** A type without commands. */
    LiveType(String type, Supplier<S> empty, Function<Points, Points> points, Function<Given, LiveTwin<S>> reading) {
        this(type, empty, points, reading, (texts, prefix) -> List.of());
    }

    /** @param reading makes the twin of its configuration; throws an {@link IllegalArgumentException} where it is wrong, which need not name the twin */
    LiveType(String type, Supplier<S> empty, Function<Points, Points> points, Function<Given, LiveTwin<S>> reading, Commands commands) {
        id = new TwinTypeId("energy/" + type);
        Texts texts = Texts.in("en");
        configuration = Given.declared(type, reading::apply);
        model = new TwinModel(SCHEMA, texts.get(type), points.apply(new Points(texts, type)).all(), commands.of(texts, type + '.'))
                .configured(configuration);
        this.empty = empty;
        this.reading = reading;
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
        return new LiveBehavior<>(context.twin(), model, empty, Given.read(context, configuration, reading));
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
