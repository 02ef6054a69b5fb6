package org.gemello.rest.internal.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test
    void whatANameCarriesCannotBreakALine() {
        Exposition out = new Exposition().gauge("lag", "A \\ and a\nbreak");
        out.sample(1.5, "group", "a\"b\\c\nd");
        assertThat(out).hasToString("# HELP lag A \\\\ and a\\nbreak\n# TYPE lag gauge\nlag{group=\"a\\\"b\\\\c\\nd\"} 1.5\n");
        assertThat(TextFormat.read(out.toString())).containsEntry("lag{group=\"a\\\"b\\\\c\\nd\"}", 1.5);
    }

    @Test
    void bucketsHoldWhatIsAtMostTheirBound() {
        HttpMeter meter = new HttpMeter();
        meter.took("getTwin", 200, 0.001);
        meter.took("getTwin", 204, 0.0011);
        meter.took("getTwin", 200, 99);
        meter.took("getTwin", 404, 99);
        Exposition out = new Exposition();
        meter.write(out);
        String bucket = "gemello_http_request_seconds_bucket{operation=\"getTwin\",status=\"2xx\",le=\"";
        assertThat(TextFormat.read(out.toString())).containsEntry(bucket + "0.001\"}", 1.0).containsEntry(bucket + "0.005\"}", 2.0)
                .containsEntry(bucket + "10\"}", 2.0).containsEntry(bucket + "+Inf\"}", 3.0)
                .containsEntry("gemello_http_request_seconds_count{operation=\"getTwin\",status=\"4xx\"}", 1.0);
    }

    @Test
    void theReaderFindsWhatIsWrong() {
        assertThatThrownBy(() -> TextFormat.read("# HELP a b\n# TYPE a gauge\na 1\na 2\n")).hasMessageContaining("twice");
        assertThatThrownBy(() -> TextFormat.read("# HELP a b\n# TYPE a counter\na 1\n")).hasMessageContaining("_total");
        assertThatThrownBy(() -> TextFormat.read("# HELP a b\n# TYPE a gauge\nb 1\n")).hasMessageContaining("family");
        assertThatThrownBy(() -> TextFormat.read("# HELP a b\n# TYPE a gauge\na{x=1} 1\n")).isInstanceOf(AssertionError.class);
    }
}
