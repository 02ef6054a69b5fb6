package org.gemello.gpack.internal;

import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Maps, lists, texts and numbers as YAML; the same value gives the same bytes where its maps have an order. */
public final class YamlWriter {
    private YamlWriter() {
    }

    public static byte[] write(Object value) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(400).setUseUnicodeEncoding(true).build();
        return new Dump(settings).dumpToString(value).getBytes(StandardCharsets.UTF_8);
    }
}
