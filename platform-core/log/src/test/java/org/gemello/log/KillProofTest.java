package org.gemello.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillProofTest {
    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedBatchSurvivesFiftyKills() throws Exception {
        KillProof proof = new KillProof(directory);
        assertThat(proof.run(50)).isEmpty();
        assertThat(proof.acknowledged()).isGreaterThan(1000);
    }
}
