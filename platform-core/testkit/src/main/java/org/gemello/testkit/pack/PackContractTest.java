package org.gemello.testkit.pack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

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
    private static final Map<Class<?>, PackUnderTest> PACKS = new ConcurrentHashMap<>();

    /** The type with a recording of what such a twin is given; called once, a recording may take long to make. */
    protected abstract PackUnderTest pack();

    private PackUnderTest tested() {
        return PACKS.computeIfAbsent(getClass(), test -> pack());
    }

    @AfterAll
    static void forget(TestInfo test) {
        test.getTestClass().ifPresent(PackContractTest::forget);
    }

    static void forget(Class<?> test) {
        PACKS.remove(test);
    }

    /** Names once, titles, ranges that are ranges, commands about set points, and the same at every call. */
    @Test
    void theModelIsSoundAndStable() {
        tested().contract().checkModel();
    }

    @Test
    void everyUnitIsUcum() {
        tested().contract().checkUnits();
    }

    /** A test with nothing to go on would pass whatever the behaviour does. */
    @Test
    void theRecordingGivesTheBehaviourSomethingToDo() {
        if (tested().recording().isEmpty()) {
            throw new AssertionError("there is no recording: say with recording(...) what such a twin is given");
        }
    }

    @Test
    void theSameLogTwiceGivesTheSameBytesAndEffects() {
        PackUnderTest pack = tested();
        pack.contract().checkDeterminism(pack.recording());
    }

    @Test
    void theCodecKeepsTheWholeState() {
        PackUnderTest pack = tested();
        pack.contract().checkCodec(pack.recording());
    }

    @Test
    void migrationsLeadFromEveryOldSchemaToThePresentOne() {
        PackUnderTest pack = tested();
        pack.contract().checkMigrations();
        pack.contract().checkOldStates(pack.oldStates());
    }

    @Test
    void theConfigurationIsDeclaredAsItIsRead() {
        pack().contract().checkConfiguration();
    }

    @Test
    void commandsAreLimitedAndAnswered() {
        tested().contract().checkCommands();
    }

    @Test
    void newsOfProposalsIsTaken() {
        tested().contract().checkProposals();
    }

    @Test
    void nothingIsKeptInStaticFields() {
        tested().contract().checkStatics();
    }
}
