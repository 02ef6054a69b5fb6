package org.gemello.rest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.gemello.api.TraceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFilterTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void aWellFormedParentIsContinuedAlsoOfALaterVersion() {
        assertThat(TraceFilter.continued("00-" + TRACE + "-b7ad6b7169203331-01")).isEqualTo(TraceId.parse(TRACE));
        assertThat(TraceFilter.continued("cc-" + TRACE + "-b7ad6b7169203331-01-and-more")).isEqualTo(TraceId.parse(TRACE));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"00-" + TRACE, "00-" + TRACE + "-0000000000000000-01", "ff-" + TRACE + "-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"})
    void anythingElseBeginsANewTrace(String traceparent) {
        TraceId trace = TraceFilter.continued(traceparent);
        assertThat(trace.isPresent()).isTrue();
        assertThat(trace).isNotEqualTo(TraceId.parse(TRACE));
    }
}
