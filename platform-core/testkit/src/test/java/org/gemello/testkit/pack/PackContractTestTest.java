package org.gemello.testkit.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.spi.TwinType;
import org.gemello.testkit.sample.BoilerType;
import org.gemello.testkit.sample.Breakers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test of the contract finds its fault, and no other does. */
class PackContractTestTest {
    @TempDir
    private Path folder;

    /** The messages of the tests that fail, by the name of the test. */
    private static Map<String, String> failures(PackUnderTest pack) throws ReflectiveOperationException {
        PackContractTest test = new PackContractTest() {
            @Override
            protected PackUnderTest pack() {
                return pack;
            }
        };
        PackContractTest.forget(test.getClass());
        Map<String, String> failures = new TreeMap<>();
        for (Method method : PackContractTest.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                try {
                    method.invoke(test);
                } catch (InvocationTargetException e) {
                    failures.put(method.getName(), e.getCause().getMessage());
                }
            }
        }
        return failures;
    }

    /** The type as a pack would have it: in a folder with its own classes and nothing else. */
    private TwinType<?> alone(String name) throws IOException, ReflectiveOperationException {
        String binary = name.replace("Breakers.", "Breakers$");
        Path home = Path.of(BoilerType.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        String place = BoilerType.class.getPackageName().replace('.', '/');
        Path copy = Files.createDirectories(folder.resolve(place));
        try (DirectoryStream<Path> classes = Files.newDirectoryStream(home.resolve(place), "{BoilerType*," + binary + "*}.class")) {
            for (Path file : classes) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
                Class<?> known = findLoadedClass(wanted);
                return known != null ? known : wanted.startsWith(BoilerType.class.getPackageName()) ? findClass(wanted)
                        : super.loadClass(wanted, resolve);
            }
        };
        return (TwinType<?>) loader.loadClass(BoilerType.class.getPackageName() + '.' + binary).getConstructor().newInstance();
    }

    private static PackUnderTest pack(TwinType<?> type) {
        return PackUnderTest.of(type).recording("/org/gemello/testkit/boiler.csv")
                .oldState(1, ByteBuffer.allocate(12).putDouble(150).putInt(2).array());
    }

    @Test
    void aSoundPackPasses() throws Exception {
        assertThat(failures(pack(alone("BoilerType")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ChangingModel   | theModelIsSoundAndStable                          | the model differs from call to call",
        "StrangeUnit     | everyUnitIsUcum                                   | point T: 'degrees' is not a UCUM unit",
        "Clock           | theSameLogTwiceGivesTheSameBytesAndEffects        | the same input again gives other effects at entry 0",
        "Forgetful       | theCodecKeepsTheWholeState                        | a decoded state encodes to other bytes",
        "NoMigration     | migrationsLeadFromEveryOldSchemaToThePresentOne   | a migration from schema 2 is missing",
        "BrokenMigration | migrationsLeadFromEveryOldSchemaToThePresentOne   | does not read a state of schema 2",
        "TooFar          | commandsAreLimitedAndAnswered                     | writes 200.0 to SetT, which ranges from 0.0 to 100.0",
        "Boundless       | commandsAreLimitedAndAnswered                     | without limits nothing is refused",
        "Silent          | commandsAreLimitedAndAnswered                     | is neither written nor rejected",
        "Throwing        | commandsAreLimitedAndAnswered                     | no-such-command with {} throws, which would park the twin",
        "Statics         | nothingIsKeptInStaticFields                       | static state",
    })
    void eachFaultIsFoundByItsTest(String fault, String test, String message) throws Exception {
        Map<String, String> failures = failures(pack(alone("Breakers." + fault)));
        assertThat(failures.get(test)).contains(message);
        failures.remove(test);
        if (fault.equals("Clock")) { // what looks at the clock cannot go on from bytes the same way either
            failures.remove("theCodecKeepsTheWholeState");
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void namesTheStaticFieldsThatCanChangeAndNoOthers() throws Exception {
        assertThat(failures(pack(alone("Breakers.Statics"))).get("nothingIsKeptInStaticFields")).contains("Statics.changes is not final")
                .contains("Statics.GROWS is of type ArrayList, which can change").contains("Statics.OPEN is an array")
                .contains("Statics.SHARED is of type State, whose field").doesNotContain("CONSTANT").doesNotContain("TABLE");
    }

    @Test
    void aTestWithoutRecordingOrWithoutOldStatesIsNoTest() throws Exception {
        Map<String, String> failures = failures(PackUnderTest.of(alone("BoilerType")));
        assertThat(failures.get("theRecordingGivesTheBehaviourSomethingToDo")).contains("there is no recording");
        assertThat(failures.get("migrationsLeadFromEveryOldSchemaToThePresentOne")).contains("give the test a state of that schema");
    }
}
