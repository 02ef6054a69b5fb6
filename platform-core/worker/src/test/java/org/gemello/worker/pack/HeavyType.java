package org.gemello.worker.pack;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gemello.api.SampleBatch;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** A state of a megabyte. */
public final class HeavyType implements TwinType<byte[]>, TwinBehavior<byte[]>, StateCodec<byte[]> {
    private static final int MEGABYTE = 1 << 20;

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("test/heavy");
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, "Heavy", List.of(), List.of());
    }

    @Override
    public TwinBehavior<byte[]> behavior(TwinContext context) {
        return this;
    }

    @Override
    public StateCodec<byte[]> codec() {
        return this;
    }

    @Override
    public byte[] initial() {
        return new byte[MEGABYTE];
    }

    @Override
    public void onSamples(byte[] state, SampleBatch batch, Effects out) {
        state[0]++;
    }

    @Override
    public void encode(byte[] state, DataOutput out) throws IOException {
        out.write(state);
    }

    @Override
    public byte[] decode(DataInput in) throws IOException {
        byte[] state = new byte[MEGABYTE];
        in.readFully(state);
        return state;
    }
}
