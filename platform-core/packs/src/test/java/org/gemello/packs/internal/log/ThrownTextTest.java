package org.gemello.packs.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ThrownTextTest {
    private static Exception deep(int depth) {
        return depth == 0 ? new IllegalStateException("deep") : deep(depth - 1);
    }

    @Test
    void textsAndTheFramesOnTopAreThere() {
        String text = ThrownText.of(new IOException("broken", deep(40)));
        assertThat(text).startsWith("java.io.IOException: broken\n    at ").contains("\nCaused by: java.lang.IllegalStateException: deep\n    at ")
                .containsPattern("\n    [.]{3} \\d+ more");
        assertThat(ThrownText.of(null)).isEmpty();
    }

    @Test
    void anExceptionThatIsItsOwnCauseEnds() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        first.setStackTrace(new StackTraceElement[0]);
        second.setStackTrace(new StackTraceElement[0]);
        assertThat(ThrownText.of(first).split("\nCaused by: ")).hasSize(6).startsWith("java.lang.Exception: first", "java.lang.Exception: second");
    }
}
