package org.gemello.energy.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RangeMatrixTest {
    @Test
    void keepsRangesAndMeansAndComesBack() throws IOException {
        RangeMatrix matrix = new RangeMatrix(320, -80, 80);
        matrix.add(15, -75, 0.5);
        matrix.add(15, 75, 1);
        matrix.add(1e9, 1e9, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        matrix.write(new DataOutputStream(bytes));
        RangeMatrix back = new RangeMatrix(320, -80, 80);
        back.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(bytes.size()).isEqualTo(2 + 3 * 10);
        assertThat(back.count(1, 0)).isEqualTo(0.5);
        assertThat(back.count(1)).isEqualTo(1.5);
        assertThat(back.range(1)).isEqualTo(15);
        assertThat(back.count(RangeMatrix.RANGES - 1, RangeMatrix.MEANS - 1)).isEqualTo(1);
        DataInputStream broken = new DataInputStream(new ByteArrayInputStream(new byte[] {0, 1, 127, 127, 0, 0, 0, 0, 0, 0, 0, 0}));
        assertThatThrownBy(() -> back.read(broken)).isInstanceOf(IOException.class).hasMessageContaining("class");
    }
}
