package org.gemello.testkit.pack;

import org.junit.jupiter.api.Test;

/**
 * What the platform relies on in every twin type, as JUnit tests. A pack's own test says what is to be tested and gets the rest:
 *
 * <pre>{@code
 * class BoilerContractTest extends PackContractTest {
 *     protected PackUnderTest pack() {
 *         return PackUnderTest.of(new BoilerType()).recording("/boiler.csv");
 *     }
 * }
 * }</pre>
 *
 * Needs JUnit 5 ({@code junit-jupiter}) on the test's class path.
 */
public abstract class PackContractTest {

    /** The type with a recording of what such a twin is given; called once for each test. */
    protected abstract PackUnderTest pack();

    /** Names once, titles, ranges that are ranges, commands about set points, and the same at every call. */
    @Test
    void theModelIsSoundAndStable() {
        pack().contract().checkModel();
    }

    @Test
    void everyUnitIsUcum() {
        pack().contract().checkUnits();
    }

    /** A test with nothing to go on would pass whatever the behaviour does. */
    @Test
    void theRecordingGivesTheBehaviourSomethingToDo() {
        if (pack().recording().isEmpty()) {
            throw new AssertionError("there is no recording: say with recording(...) what such a twin is given");
        }
    }

    @Test
    void theSameLogTwiceGivesTheSameBytesAndEffects() {
        PackUnderTest pack = pack();
        pack.contract().checkDeterminism(pack.recording());
    }

    @Test
    void theCodecKeepsTheWholeState() {
        PackUnderTest pack = pack();
        pack.contract().checkCodec(pack.recording());
    }

    @Test
    void migrationsLeadFromEveryOldSchemaToThePresentOne() {
        PackUnderTest pack = pack();
        pack.contract().checkMigrations();
        pack.contract().checkOldStates(pack.oldStates());
    }

    @Test
    void commandsAreLimitedAndAnswered() {
        pack().contract().checkCommands();
    }

    @Test
    void newsOfProposalsIsTaken() {
        pack().contract().checkProposals();
    }

    @Test
    void nothingIsKeptInStaticFields() {
        pack().contract().checkStatics();
    }
}
