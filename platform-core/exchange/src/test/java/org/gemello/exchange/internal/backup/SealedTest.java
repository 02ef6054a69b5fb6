package org.gemello.exchange.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {
    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();

    private static byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealed = new SealedOutput(out, PASSPHRASE)) {
            sealed.write(plain, 0, plain.length / 3);
            sealed.write(plain, plain.length / 3, plain.length - plain.length / 3);
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, char[] passphrase) throws IOException {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(sealed), passphrase)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Sealing.CHUNK - 1, Sealing.CHUNK, Sealing.CHUNK + 1, 3 * Sealing.CHUNK})
    void whatWasSealedComesOut(int length) throws IOException {
        byte[] plain = bytes(length);
        byte[] sealed = seal(plain);
        assertThat(SealedInput.isSealed(new ByteArrayInputStream(sealed))).isTrue();
        assertThat(open(sealed, PASSPHRASE)).isEqualTo(plain);
    }

    @Test
    void anotherPassphraseDoesNotOpenIt() throws IOException {
        byte[] sealed = seal(bytes(100));
        assertThatThrownBy(() -> open(sealed, "correct horse batterz".toCharArray())).isInstanceOf(IOException.class)
                .hasMessageContaining("passphrase is wrong");
    }

    @Test
    void chunksCannotBeChangedSwappedOrCutOff() throws IOException {
        byte[] sealed = seal(bytes(2 * Sealing.CHUNK + 10));
        int chunk = Sealing.CHUNK + Sealing.TAG;
        byte[] changed = sealed.clone();
        changed[Sealing.HEADER + chunk + 5] ^= 1;
        byte[] header = sealed.clone();
        header[Sealing.HEADER - 1] ^= 1;
        byte[] cut = Arrays.copyOf(sealed, Sealing.HEADER + 2 * chunk);
        byte[] longer = Arrays.copyOf(sealed, sealed.length + chunk);
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, Sealing.HEADER, swapped, Sealing.HEADER + chunk, chunk);
        System.arraycopy(sealed, Sealing.HEADER + chunk, swapped, Sealing.HEADER, chunk);
        for (byte[] harmed : new byte[][] {changed, header, cut, longer, swapped}) {
            assertThatThrownBy(() -> open(harmed, PASSPHRASE)).isInstanceOf(IOException.class);
        }
    }
}
