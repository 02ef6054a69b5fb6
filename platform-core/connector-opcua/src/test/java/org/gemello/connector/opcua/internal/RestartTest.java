package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestartTest {

    @Test
    void fiveRestartsOfTheServerUnderLoad() throws Exception {
        RestartProof.Result result = new RestartProof(5, progress -> { }).run();
        assertThat(result.problems()).isEmpty();
        assertThat(result.filled()).isPositive();
        assertThat(result.covered()).as("where there is no history there are gaps").isPositive();
    }
}
