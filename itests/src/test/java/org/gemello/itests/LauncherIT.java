package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The script {@code gemello} where something is not as it should be: a clear sentence, and nothing is started. */
public class LauncherIT {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();
    private final Map<String, String> environment = new HashMap<>();

    private record Answer(int code, String text) {
    }

    private Answer run(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = "bash";
        command[1] = Path.of(System.getProperty("gemello.home"), "bin", "gemello").toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GEMELLO_DATA", folder.getRoot().toPath().resolve("data").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /** A program that is found before the machine's own. */
    private Path fake(String name, String... lines) throws Exception {
        Path bin = Files.createDirectories(folder.getRoot().toPath().resolve("bin"));
        Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }

    private void assertRefused(Answer answer, String... words) {
        assertEquals(answer.text(), 1, answer.code());
        for (String word : words) {
            assertTrue(answer.text(), answer.text().contains(word));
        }
    }

    @Test
    public void aBusyPortIsNamedWithTheWayToChooseAnother() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            environment.put("GEMELLO_HTTP_PORT", Integer.toString(busy.getLocalPort()));
            assertRefused(run("start"), "port " + busy.getLocalPort(), "GEMELLO_HTTP_PORT=");
            environment.put("GEMELLO_OPCUA_PORT", Integer.toString(busy.getLocalPort()));
            assertRefused(run("demo"), "port " + busy.getLocalPort(), "GEMELLO_OPCUA_PORT=");
        }
    }

    @Test
    public void anOldJavaIsNamedWithTheOneThatIsNeeded() throws Exception {
        fake("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        environment.put("JAVA_HOME", folder.getRoot().toString());
        assertRefused(run("start"), "Java 11", "17");
    }

    @Test
    public void aFullDiskIsNoticedBeforeAnythingStarts() throws Exception {
        Path bin = fake("df", "echo 'Filesystem 1048576-blocks Used Available Capacity Mounted'", "echo '/dev/x 100 90 10 90% /'");
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        assertRefused(run("start"), "only 10 MB free", "GEMELLO_DATA");
    }

    @Test
    public void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        environment.put("GEMELLO_DATA", "/proc/gemello");
        assertRefused(run("start"), "/proc/gemello");
    }

    @Test
    public void whatDoesNotRunIsSaid() throws Exception {
        Answer status = run("status");
        assertEquals(3, status.code());
        assertTrue(status.text(), status.text().contains("does not run"));
        assertTrue(run("stop").text().contains("does not run"));
    }

    @Test
    public void benchmarksAndProofsAreListedAndUnknownOnesRefused() throws Exception {
        Answer benches = run("bench");
        assertEquals(0, benches.code());
        for (String name : new String[] {"log", "opcua", "start"}) {
            assertTrue(benches.text(), benches.text().contains(name + " - "));
        }
        assertTrue(run("prove").text().contains("kill9 - "));
        assertRefused(run("prove", "everything"), "no proof 'everything'");
        assertRefused(run("dance"), "unknown command 'dance'", "Usage");
    }
}
