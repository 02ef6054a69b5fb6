package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PackTraceTest {
    @Test
    void tellsTheOriginalWithoutHoldingIt() {
        IOException original = new IOException("broken", new IllegalStateException("why"));
        PackTrace trace = PackTrace.of(original);
        assertThat(trace).hasToString("java.io.IOException: broken");
        assertThat(trace.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(trace.getCause()).isInstanceOf(PackTrace.class).hasToString("java.lang.IllegalStateException: why");
    }

    @Test
    void anExceptionThatIsItsOwnCauseEnds() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));
        assertThat(PackTrace.of(first)).hasToString("java.lang.Exception: first");
    }
}
