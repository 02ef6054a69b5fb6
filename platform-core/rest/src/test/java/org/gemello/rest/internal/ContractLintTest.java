package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gemello.testkit.node.NodePackage;
import org.junit.jupiter.api.Test;

/** Spectral finds nothing to mend in the contract; the rules are in {@code src/test/node/rules.yaml}. */
class ContractLintTest {
    private static final Path FOLDER = Path.of("target/contract-lint");

    @Test
    void theContractHoldsItsRules() throws Exception {
        NodePackage.orSkip("the contract of the API against its rules", Path.of("src/test/node"), FOLDER);
        Path contract = Path.of("src/main/openapi/openapi.yaml").toAbsolutePath();
        Process lint = new ProcessBuilder("node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "--ruleset", "rules.yaml",
                "--fail-severity", "hint", "--format", "text", contract.toString()).directory(FOLDER.toFile()).redirectErrorStream(true).start();
        String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(lint.waitFor()).as(said).isZero();
    }
}
