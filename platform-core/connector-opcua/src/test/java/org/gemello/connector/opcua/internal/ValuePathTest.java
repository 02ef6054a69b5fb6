package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.gemello.binding.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePathTest {

    private static Object in(Object value, String path) {
        return ValuePath.parse(path).in(value, DefaultEncodingContext.INSTANCE);
    }

    @ParameterizedTest
    @CsvSource({"ns=2;s=a,ns=2;s=a,0", "ns=2;s=a#[3],ns=2;s=a,1", "ns=2;s=a#b.c[2],ns=2;s=a,3", "ns=2;s=a#1#,ns=2;s=a#1,0",
            "ns=2;s=a#1#x,ns=2;s=a#1,1", "ns=2;s=a#[],ns=2;s=a,1", "ns=2;s=a#b.c[],ns=2;s=a,3"})
    void anAddressIsANodeAndAPathWithinItsValue(String address, String node, int steps) {
        Address read = Address.parse(address, "x:1:1");
        assertThat(read.node().toParseableString()).isEqualTo(node);
        assertThat(read.path().steps()).hasSize(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[x]", "a..b", "[1]b", "a[1", "[-1]"})
    void aWrongPathIsNamed(String path) {
        assertThatThrownBy(() -> Address.parse("ns=2;s=a#" + path, "bindings/a.yaml:3:5")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bindings/a.yaml:3:5").hasMessageContaining("#[3]");
    }

    @Test
    void elementsOfArraysAndMatrices() {
        assertThat(in(new Double[] {1.0, 2.0}, "[1]")).isEqualTo(2.0);
        assertThat(in(Matrix.ofInt32(new int[][] {{1, 2, 3}, {4, 5, 6}}), "[1,2]")).isEqualTo(6);
        assertThat(in(null, "[1]")).isNull();
    }

    @Test
    void aWholeArrayIsAText() {
        assertThat(in(new Float[] {1.5f, -0.25f, 1e-7f, Float.NaN}, "[]")).isEqualTo("[1.5,-0.25,1.0E-7,null]");
        assertThat(in(new Integer[] {1, null, 3}, "[]")).isEqualTo("[1,null,3]");
        assertThat(in(new ULong[] {ULong.MAX}, "[]")).isEqualTo("[18446744073709551615]");
        assertThat(in(new Double[0], "[]")).isEqualTo("[]");
        assertThatThrownBy(() -> in(5.0, "[]")).hasMessageContaining("no array").hasMessageContaining("Double");
        assertThatThrownBy(() -> in(new String[] {"a"}, "[]")).hasMessageContaining("no numbers but String");
        assertThatThrownBy(() -> in(new Double[400_000], "[]")).hasMessageContaining("400000 elements");
    }

    @Test
    void fieldsOfTheStandardsOwnStructures() {
        assertThat(in(new Range(1.0, 9.0), "high")).isEqualTo(9.0);
    }

    @Test
    void aShapeThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> in(new Double[] {1.0}, "[1]")).hasMessageContaining("no element [1]").hasMessageContaining("[1]");
        assertThatThrownBy(() -> in(5.0, "[1]")).hasMessageContaining("0 dimensions");
        assertThatThrownBy(() -> in(5.0, "level")).hasMessageContaining("no structure but Double");
        assertThatThrownBy(() -> in(new Range(1.0, 9.0), "middle")).hasMessageContaining("no field 'middle'");
    }
}
