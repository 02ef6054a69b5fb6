package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemello.historian.postgres.internal.RestartsUnderLoad.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code PostgresRestartProof}. */
class RestartTest {
    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedSampleIsStoredOnceWhateverHappensToTheServer() throws Exception {
        Outcome outcome = new RestartsUnderLoad(SharedServer.get(), folder).run(5);

        assertThat(outcome.acknowledged()).isPositive();
        assertThat(outcome.stored()).isEqualTo(outcome.acknowledged());
        assertThat(outcome.distinct()).isEqualTo(outcome.acknowledged());
    }
}
