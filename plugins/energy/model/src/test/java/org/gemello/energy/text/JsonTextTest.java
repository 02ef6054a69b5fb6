package org.gemello.energy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void numbersAreRoundedAndHolesAreNull() {
        assertThat(new JsonText().with("a", 1.2345, 2).with("b", Double.NaN, 1).with("c", 5000, 3).with("d", -0.0001, 2).with("e", 1e9, 0))
                .hasToString("{\"a\":1.23,\"b\":null,\"c\":5000,\"d\":0,\"e\":1000000000}");
    }

    @Test
    void textsAreQuotedAndTablesAreColumns() {
        List<String> rows = List.of("x", "say \"no\"\\\n");
        assertThat(new JsonText().texts("name", rows, row -> row).numbers("length", rows, String::length, 0)
                .with("inner", new JsonText().with("yes", true)).with("t", "터빈"))
                .hasToString("{\"name\":[\"x\",\"say \\\"no\\\"\\\\\\u000a\"],\"length\":[1,10],\"inner\":{\"yes\":true},\"t\":\"터빈\"}");
    }
}
