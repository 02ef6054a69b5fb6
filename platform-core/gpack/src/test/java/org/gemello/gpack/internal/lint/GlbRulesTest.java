package org.gemello.gpack.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlbRulesTest {
    private static final String WHOLE = "{'asset': {'version': '2.0'}, 'meshes': [{}], 'buffers': [{'byteLength': 12}]}";

    private static byte[] glb(String json, int binary) {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 3) / 4 * 4;
        ByteBuffer file = ByteBuffer.allocate(12 + 8 + padded + 8 + binary).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46546c67).putInt(2).putInt(file.capacity()).putInt(padded).putInt(0x4e4f534a).put(text);
        while (file.position() < 20 + padded) {
            file.put((byte) ' ');
        }
        return file.putInt(binary).putInt(0x004e4942).array();
    }

    private static List<String> check(byte[] file) throws PackRefusedException {
        Findings findings = new Findings();
        GlbRules.check("views/hub.glb", file, findings);
        return findings.sorted().stream().map(Finding::toString).toList();
    }

    @Test
    void aWholeFilePasses() throws Exception {
        assertThat(check(glb(WHOLE, 12))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "{'meshes': [{}], 'buffers': [{'uri': 'https://example.com/x.bin'}]}|'buffers' refers to another file",
            "{'meshes': [{}], 'images': [{'uri': 'x.png'}]}|'images' refers to another file",
            "{'meshes': [{}], 'extensionsRequired': ['KHR_draco_mesh_compression']}|needs [KHR_draco_mesh_compression]",
            "{'meshes': [{}], 'buffers': [{'byteLength': 1000}]}|1000 bytes of numbers and has 12",
            "{'meshes': []}|has no body"})
    void whatReachesBeyondItselfIsRefused(String json, String sentence) throws Exception {
        assertThat(check(glb(json, 12))).anyMatch(text -> text.startsWith("error: views/hub.glb") && text.contains(sentence));
    }

    @Test
    void damagedFilesAreAnAnswerAndNotACrash() {
        byte[] good = glb(WHOLE, 12);
        assertThatThrownBy(() -> check(Arrays.copyOf(good, good.length - 1))).isInstanceOf(PackRefusedException.class);
        assertThatThrownBy(() -> check("{}".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("no glTF 2.0 binary");
        assertThatThrownBy(() -> check(glb("{'a': " + "[".repeat(100) + "]".repeat(100) + "}", 0))).hasMessageContaining("levels");
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = good.clone();
            damaged[12 + random.nextInt(good.length - 12)] = (byte) random.nextInt(256);
            try {
                assertThat(check(damaged)).isNotNull();
            } catch (PackRefusedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
