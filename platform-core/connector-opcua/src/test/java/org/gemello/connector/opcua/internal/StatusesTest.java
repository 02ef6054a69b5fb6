package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.gemello.connector.opcua.internal.pki.ExplainedException;
import org.junit.jupiter.api.Test;

class StatusesTest {
    @Test
    void aStatusIsNamedWithItsRemedyAndNotWithTheWordsOfALibrary() {
        UaException failure = new UaException(StatusCodes.Bad_Timeout, "request 17 timed out in wheel 3");
        assertThat(Statuses.reason(new ExecutionException(failure))).startsWith("Bad_Timeout: the server did not answer in time")
                .contains("requestTimeout").doesNotContain("wheel");
    }

    @Test
    void whereNoRemedyIsKnownTheStandardSpeaks() {
        assertThat(Statuses.reason(new UaException(StatusCodes.Bad_EncodingLimitsExceeded)))
                .startsWith("Bad_EncodingLimitsExceeded: The message encoding/decoding limits").doesNotContain("status=");
        assertThat(Statuses.reason(new UaException(0x80FF0000L))).startsWith("0x80FF0000: ");
    }

    @Test
    void ourOwnWordsAreKeptHoweverDeepTheyAre() {
        ExplainedException own = new ExplainedException(StatusCodes.Bad_CertificateUntrusted, "the certificate is not trusted; approve it");
        assertThat(Statuses.reason(new ExecutionException(new UaException(StatusCodes.Bad_CertificateUntrusted, own))))
                .isEqualTo("Bad_CertificateUntrusted: the certificate is not trusted; approve it");
    }

    @Test
    void whatTheSystemSaysOfASocketIsKept() {
        UaException failure = new UaException(StatusCodes.Bad_ConnectionRejected, new ConnectException("Connection refused: /10.0.0.1:4840"));
        assertThat(Statuses.reason(failure)).startsWith("Bad_ConnectionRejected: nobody answers").endsWith("(Connection refused: /10.0.0.1:4840)");
    }

    @Test
    void aFailureWithoutStatusSaysWhatItIs() {
        assertThat(Statuses.reason(new ExecutionException(new IllegalStateException("no room")))).isEqualTo("no room");
        assertThat(Statuses.reason(new NullPointerException(null))).isEqualTo("NullPointerException");
    }
}
