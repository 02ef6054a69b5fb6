package org.gemello.worker.internal.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChildOutputTest {
    private static String last(String printed) {
        ChildOutput output = new ChildOutput("test", new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
        output.run();
        return output.last();
    }

    @Test
    void theLastLinesWithoutFramesOfAStackAreRemembered() {
        assertThat(last("one\ntwo\njava.lang.Error: three\n\tat a.B.c(B.java:1)\nfour")).isEqualTo("two | java.lang.Error: three | four");
        assertThat(last("")).isEmpty();
    }

    @Test
    void linesAreShortAndHarmless() {
        assertThat(last("x".repeat(1_000_000))).hasSize(500);
        assertThat(last("\u001b[2J\u0007\r\n")).isEqualTo("?[2J?");
    }
}
