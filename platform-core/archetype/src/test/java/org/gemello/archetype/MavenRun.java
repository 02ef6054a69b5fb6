package org.gemello.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** Runs a shell script in which {@code mvn} is the Maven of this build with its local repository, offline where this build is. */
final class MavenRun {
    private static final long MINUTES = 5;
    private final Path folder;

    MavenRun(Path folder) {
        this.folder = folder;
    }

    /** What an archetype's user has after a release: it is in the local repository. */
    void installArchetype() throws IOException, InterruptedException {
        run("mvn -q org.apache.maven.plugins:maven-install-plugin:3.1.2:install-file -Dfile=" + System.getProperty("gemello.archetype")
                + " -DgroupId=org.gemello -DartifactId=gemello-archetype -Dversion=" + System.getProperty("gemello.version")
                + " -Dpackaging=jar\n");
    }

    void run(String script) throws IOException, InterruptedException {
        Path programs = Files.createDirectories(folder.resolve(".programs"));
        Path mvn = programs.resolve("mvn");
        if (!Files.exists(mvn)) {
            String offline = System.getProperty("maven.offline").equals("offline=true") ? "-o" : "";
            Files.writeString(mvn, "#!/bin/sh\nexec \"" + System.getProperty("maven.home") + "/bin/mvn\" -B " + offline
                    + " -Dmaven.repo.local=\"" + System.getProperty("maven.repo.local") + "\" -DarchetypeCatalog=internal \"$@\"\n");
            Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
        }
        Path text = Files.writeString(programs.resolve("script.sh"), script);
        Path log = programs.resolve("script.log");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", text.toString()).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        // this build's own settings are not those of a pack's author
        builder.environment().remove("MAVEN_CMD_LINE_ARGS");
        builder.environment().remove("GEMELLO_PACK_KEY");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("the script ends in time: %s", script).isTrue();
            assertThat(process.exitValue()).as(() -> script + "\n" + readable(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String readable(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "its output cannot be read: " + e;
        }
    }
}
