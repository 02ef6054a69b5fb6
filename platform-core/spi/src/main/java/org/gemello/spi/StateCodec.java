package org.gemello.spi;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns a state into bytes and back. The core keeps only bytes, so that no class of a pack outlives the pack. The bytes belong
 * to the schema version of {@link org.gemello.api.twin.TwinModel#schema()}.
 *
 * @param <S> state of one twin
 */
@ConsumerType
public interface StateCodec<S> {

    void encode(S state, DataOutput out) throws IOException;

    /** @throws IOException where the bytes are not a state of this schema */
    S decode(DataInput in) throws IOException;

    /** Writes a state. */
    @FunctionalInterface
    interface Encoder<S> {
        void encode(S state, DataOutput out) throws IOException;
    }

    /** Reads a state. */
    @FunctionalInterface
    interface Decoder<S> {
        S decode(DataInput in) throws IOException;
    }

    /** A codec of two methods, such as {@code StateCodec.of(Tank::write, Tank::read)}. */
    static <S> StateCodec<S> of(Encoder<S> encoder, Decoder<S> decoder) {
        return new StateCodec<>() {
            @Override
            public void encode(S state, DataOutput out) throws IOException {
                encoder.encode(state, out);
            }

            @Override
            public S decode(DataInput in) throws IOException {
                return decoder.decode(in);
            }
        };
    }
}
