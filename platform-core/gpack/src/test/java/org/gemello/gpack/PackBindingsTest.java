package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gemello.api.pack.PackRefusedException;
import org.junit.jupiter.api.Test;

class PackBindingsTest {
    private static PackBindings read(String yaml) throws PackRefusedException {
        return PackBindings.read(yaml.getBytes(StandardCharsets.UTF_8), "bindings/plant.yaml");
    }

    @Test
    void saysWhichTwinsAreBoundToWhat() throws Exception {
        assertThat(read("connection: plant\nbindings:\n  - {twin: wt-01, points: [{point: W}]}\n  - {twin: wt-02, prefix: x}\n"))
                .isEqualTo(new PackBindings("plant", List.of("wt-01", "wt-02")));
    }

    @Test
    void whatIsNoFileOfBindingsIsNamed() {
        assertThatThrownBy(() -> read("bindings: [{prefix: x}]\n")).isInstanceOf(PackRefusedException.class).hasMessageContaining("bindings/plant.yaml")
                .hasMessageContaining("'connection'").hasMessageContaining("'twin'");
    }
}
