package org.gemello.testkit.sample;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;

/** Boilers with one fault each. */
public final class Breakers {
    private Breakers() {
    }

    /** Its model changes from call to call. */
    public static final class ChangingModel extends BoilerType {
        private int calls;

        @Override
        public TwinModel model() {
            return new TwinModel(2, "Boiler " + ++calls, points("Cel"), commands(90));
        }
    }

    /** Fahrenheit as no unit of UCUM. */
    public static final class StrangeUnit extends BoilerType {
        @Override
        public TwinModel model() {
            return new TwinModel(2, "Boiler", points("degrees"), commands(90));
        }
    }

    /** Looks at the clock of the machine. */
    public static final class Clock extends BoilerType {
        @Override
        public TwinBehavior<State> behavior(TwinContext context) {
            return new Boiler(100) {
                @Override
                public void onSamples(State state, SampleBatch batch, Effects out) {
                    out.derive("Mean", System.nanoTime(), Quality.GOOD, batch.sourceTime(0));
                }
            };
        }
    }

    /** Forgets the count, which the mean needs. */
    public static final class Forgetful extends BoilerType {
        @Override
        public State decode(DataInput in) throws IOException {
            State state = super.decode(in);
            state.count = 0;
            return state;
        }
    }

    /** No way leads from schema 1. */
    public static final class NoMigration extends BoilerType {
        @Override
        public TwinModel model() {
            return new TwinModel(3, "Boiler", points("Cel"), commands(90));
        }
    }

    /** Its migration gives bytes that the codec does not read. */
    public static final class BrokenMigration extends BoilerType {
        @Override
        public List<StateMigration> migrations() {
            return List.of(StateMigration.from(1, state -> state));
        }
    }

    /** A command whose upper limit is higher than that of the set point. */
    public static final class TooFar extends BoilerType {
        @Override
        public TwinModel model() {
            return new TwinModel(2, "Boiler", points("Cel"), commands(200));
        }
    }

    /** A command that may be anything. */
    public static final class Boundless extends BoilerType {
        @Override
        public TwinModel model() {
            return new TwinModel(2, "Boiler", points("Cel"), commands(Double.POSITIVE_INFINITY));
        }
    }

    /** Leaves commands without an answer. */
    public static final class Silent extends BoilerType {
        @Override
        public TwinBehavior<State> behavior(TwinContext context) {
            return new Boiler(100) {
                @Override
                public void onCommand(State state, Command command, Effects out) {
                    // that is the fault
                }
            };
        }
    }

    /** Throws at a command that it does not know. */
    public static final class Throwing extends BoilerType {
        @Override
        public TwinBehavior<State> behavior(TwinContext context) {
            return new Boiler(100) {
                @Override
                public void onCommand(State state, Command command, Effects out) {
                    out.write("SetT", command.argument("target"));
                }
            };
        }
    }

    /** Remembers what it should not. */
    public static final class Statics extends BoilerType {
        static int changes;
        static final List<String> GROWS = new ArrayList<>();
        static final double[] OPEN = {1, 2};
        static final State SHARED = new State();
        static final List<String> CONSTANT = List.of("a");
        private static final double[] TABLE = {1, 2};

        static double second() {
            return TABLE[1];
        }
    }
}
