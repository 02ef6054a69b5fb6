package org.gemello.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.pack.PackSignature.State;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackLint;
import org.gemello.gpack.PackRepository;
import org.gemello.gpack.PackTrust;
import org.gemello.gpack.SignatureCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the pack author's guide says, block by block, and looks at what comes out. */
class GuideIT {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)(?: (\\S+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    @TempDir
    Path folder;

    /** Commands as they are, a file as a command that writes it; so that order and folder are those of the reader. */
    private static String script(String guide) {
        StringBuilder script = new StringBuilder();
        for (Matcher block = BLOCK.matcher(guide); block.find();) {
            String file = block.group(2);
            assertThat(file != null || block.group(1).equals("sh")).as("a block is a file or commands: %s", block.group()).isTrue();
            if (file == null) {
                script.append(block.group(3));
            } else {
                script.append("mkdir -p $(dirname ").append(file).append(")\ncat > ").append(file).append(" <<'END-OF-FILE'\n")
                        .append(block.group(3))
                        .append("END-OF-FILE\n");
            }
        }
        return script.toString();
    }

    @Test
    void leadsToASignedPackInARepository() throws Exception {
        MavenRun maven = new MavenRun(folder);
        maven.installArchetype();
        maven.run(script(Files.readString(Path.of(System.getProperty("gemello.guide")))));

        Path project = folder.resolve("tank");
        PackTrust trust = new PackTrust(folder.resolve("none"), folder.resolve("trust"));
        trust.trust("acme", Files.readString(project.resolve("acme.pub.pem"), StandardCharsets.US_ASCII));
        assertThat(project.resolve("target/surefire-reports/TEST-com.acme.tank.TankTypeTest.xml")).content().contains("theLevelOfSchema1IsTheHighestOneKnown",
                "failures=\"0\"");
        try (PackFile pack = PackFile.open(project.resolve("target/tank-0.2.0.gpack"))) {
            assertThat(new SignatureCheck(trust).check(pack).state()).isEqualTo(State.TRUSTED);
            assertThat(new PackLint(Map.of("org.gemello.spi", "0.1.0")).check(pack)).isEmpty();
            assertThat(pack.manifest().twinTypes().get(0).schema()).isEqualTo(2);
        }
        PackRepository.Listing repository = new PackRepository(project.resolve("repository").toUri()).list(trust);
        assertThat(repository.signature().state()).isEqualTo(State.TRUSTED);
        assertThat(repository.index().search("탱크")).hasSize(1);
    }
}
