package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form of the proof. */
class RestartTest {
    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("restarts of the broker under load");
    }

    @Test
    void losesNothingThatTheBrokerHadAcknowledged() throws Exception {
        RestartProof.Outcome outcome = new RestartProof(6, line -> { }).run();
        assertThat(outcome.lost()).isZero();
        assertThat(outcome.acknowledged()).isGreaterThan(1_000);
        assertThat(outcome.gaps()).as("the broker had kept the session").isZero();
        assertThat(outcome.doubles()).as("only what the device sent again").isLessThanOrEqualTo(outcome.sentAgain());
    }
}
