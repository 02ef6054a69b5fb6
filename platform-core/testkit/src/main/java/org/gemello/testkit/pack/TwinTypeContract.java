package org.gemello.testkit.pack;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.Units;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;

/**
 * What the platform relies on in every twin type. A pack's test calls {@link #check} with a recording of what such a twin is
 * given; what is broken comes as an {@link AssertionError} that says what and where.
 *
 * @param <S> state of one twin
 */
public final class TwinTypeContract<S> {
    private final TwinType<S> type;
    private final TwinContext context;

    public TwinTypeContract(TwinType<S> type, TwinContext context) {
        this.type = type;
        this.context = context;
    }

    /** All checks that need nothing but a recording. */
    public void check(List<LogEntry> recording) {
        checkModel();
        checkUnits();
        checkMigrations();
        checkConfiguration();
        checkCommands();
        checkProposals();
        checkDeterminism(recording);
        checkCodec(recording);
    }

    /** Names once, units everywhere, ranges that are ranges, commands about set points. */
    public void checkModel() {
        TwinModel model = type.model();
        require(model.equals(type.model()), "the model differs from call to call");
        require(model.schema() >= 1, "the schema is " + model.schema() + ", it starts at 1");
        Set<String> names = new HashSet<>();
        for (PointSpec point : model.points()) {
            require(names.add(point.name()), "point " + point.name() + " is there twice");
            require(!point.unit().isBlank(), "point " + point.name() + " has no unit; '1' where it has none");
            require(!point.title().isBlank(), "point " + point.name() + " has no title");
            require(point.low() < point.high(), "point " + point.name() + " ranges from " + point.low() + " to " + point.high());
        }
        for (CommandSpec command : model.commands()) {
            command.parameters().forEach(parameter -> checkParameter(model, command, parameter));
        }
        checkParts(model);
    }

    private static void checkParts(TwinModel model) {
        Set<String> roles = new HashSet<>();
        for (PartSpec part : model.parts()) {
            require(roles.add(part.role()), "the role " + part.role() + " is there twice");
            require(!part.title().isBlank(), "the role " + part.role() + " has no title");
            Set<String> names = new HashSet<>();
            for (PartPoint point : part.points()) {
                require(names.add(point.name()) && point.former().stream().allMatch(names::add),
                        "the role " + part.role() + " wants " + point.name() + ", or a former name of it, twice");
            }
        }
    }

    private static void checkParameter(TwinModel model, CommandSpec command, ParameterSpec parameter) {
        String name = "parameter " + parameter.name() + " of " + command.name();
        require(parameter.low() < parameter.high(), name + " ranges from " + parameter.low() + " to " + parameter.high());
        require(parameter.maxStep() > 0, name + " has a largest step of " + parameter.maxStep());
        require(parameter.point().isEmpty() || model.point(parameter.point())
                .filter(p -> p.role() == PointRole.SETPOINT && p.unit().equals(parameter.unit())).isPresent(),
                name + " is about '" + parameter.point() + "', which is no set point in " + parameter.unit());
    }

    /** Every unit is one of UCUM. */
    public void checkUnits() {
        for (PointSpec point : type.model().points()) {
            requireUnit("point " + point.name(), point.unit());
        }
        for (CommandSpec command : type.model().commands()) {
            command.parameters().forEach(parameter -> requireUnit("parameter " + parameter.name() + " of " + command.name(),
                    parameter.unit()));
        }
        checkPartUnits(type.model());
    }

    private static void checkPartUnits(TwinModel model) {
        model.parts().forEach(part -> part.points().forEach(point -> requireUnit("point " + point.name() + " of the role " + part.role(),
                point.unit())));
    }

    static void requireUnit(String what, String unit) {
        try {
            Units.check(unit);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(what + ": " + e.getMessage(), e);
        }
    }

    /** Steps without a hole, up to the present schema. */
    public void checkMigrations() {
        int schema = type.model().schema() - type.migrations().size();
        for (var migration : type.migrations()) {
            require(migration.from() == schema, "a migration from schema " + schema + " is missing, found one from " + migration.from());
            schema++;
        }
    }

    /**
     * Bytes that older versions have written are brought to the present schema and read.
     *
     * @param states such bytes by their schema; one for each migration
     */
    public void checkOldStates(Map<Integer, byte[]> states) {
        for (var migration : type.migrations()) {
            require(states.containsKey(migration.from()), "the migration from schema " + migration.from()
                    + " is not tested: give the test a state of that schema");
        }
        states.forEach((schema, bytes) -> {
            byte[] before = bytes.clone();
            byte[] migrated = StateBytes.migrate(type, schema, bytes);
            require(Arrays.equals(before, bytes), "the migration changes the bytes that it is given, schema " + schema);
            require(Arrays.equals(migrated, StateBytes.migrate(type, schema, bytes)), "migrating twice from schema " + schema
                    + " gives other bytes");
            StateBytes.decode(type, migrated);
        });
    }

    /** Where a type declares its configuration, it reads nothing else, and says all that people need to write it. */
    public void checkConfiguration() {
        new ConfigurationContract(type, context).check();
    }

    /** Commands have limits, are answered at these limits, and a name that the model does not have is rejected. */
    public void checkCommands() {
        new CommandContract<>(type, context).check();
    }

    /** News of a proposal that the behaviour does not know, as after an exchange of its type, parks no twin. */
    public void checkProposals() {
        TwinBehavior<S> behavior = type.behavior(context);
        S state = behavior.initial();
        for (ProposalState news : List.of(ProposalState.ACCEPTED, ProposalState.APPLIED, ProposalState.FAILED, ProposalState.DECLINED,
                ProposalState.EXPIRED)) {
            try {
                behavior.onProposal(state, new ProposalNews("contract", "no-such-proposal", news, "operator", "contract", Instant.EPOCH),
                        new RecordingEffects(type.model()));
            } catch (RuntimeException e) {
                throw new AssertionError("onProposal throws where a proposal that it does not know is " + news, e);
            }
        }
    }

    /** No class in the same folder or jar as the type keeps something that changes in a static field. */
    public void checkStatics() {
        StaticState.check(type.getClass());
    }

    /** The same input twice gives the same effects and the same bytes. */
    public void checkDeterminism(List<LogEntry> recording) {
        Run first = new Run(recording, state -> state);
        Run second = new Run(recording, state -> state);
        first.requireSame(second, "the same input again");
    }

    /** Bytes come back as the same state after every entry, and going on from it makes no difference; cut bytes are refused. */
    public void checkCodec(List<LogEntry> recording) {
        Run straight = new Run(recording, state -> state);
        Run interrupted = new Run(recording, state -> {
            byte[] bytes = StateBytes.encode(type, state);
            S decoded = StateBytes.decode(type, bytes);
            require(Arrays.equals(bytes, StateBytes.encode(type, decoded)), "a decoded state encodes to other bytes");
            return decoded;
        });
        straight.requireSame(interrupted, "going on from bytes");
        byte[] cut = Arrays.copyOf(straight.bytes, straight.bytes.length / 2);
        try {
            type.codec().decode(new DataInputStream(new ByteArrayInputStream(cut)));
        } catch (EOFException expected) {
            return;
        } catch (IOException | RuntimeException e) {
            throw new AssertionError("half a state must be refused with an EOFException", e);
        }
        require(cut.length == 0, "half a state is taken for a whole one");
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }

    /** One way through a recording. */
    private final class Run {
        private final List<List<Effect>> effects = new ArrayList<>();
        private final byte[] bytes;

        Run(List<LogEntry> recording, UnaryOperator<S> between) {
            TwinBehavior<S> behavior = type.behavior(context);
            RecordingEffects out = new RecordingEffects(type.model());
            S state = behavior.initial();
            for (LogEntry entry : recording) {
                effects.add(out.feed(behavior, state, entry));
                state = between.apply(state);
            }
            bytes = StateBytes.encode(type, state);
        }

        void requireSame(Run other, String how) {
            for (int i = 0; i < effects.size(); i++) {
                require(effects.get(i).equals(other.effects.get(i)), how + " gives other effects at entry " + i + ": "
                        + effects.get(i) + " and " + other.effects.get(i));
            }
            require(Arrays.equals(bytes, other.bytes), how + " gives other bytes at the end");
        }
    }
}
