package org.gemello.worker.internal.parent;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.gemello.spi.StateCodec;
import org.gemello.worker.internal.frame.FrameReader;
import org.gemello.worker.internal.frame.Operation;

/** Asks the child for the bytes of a state, and gives it bytes. */
final class RemoteCodec implements StateCodec<RemoteState> {
    private final Description description;
    private final Supplier<ChildProcess> children;

    RemoteCodec(Description description, Supplier<ChildProcess> children) {
        this.description = description;
        this.children = children;
    }

    @Override
    public void encode(RemoteState state, DataOutput out) throws IOException {
        out.write(state.child().call(Operation.ENCODE, description.id(),
                (frame, batches) -> frame.putLong(state.number()).putInt(description.place()), FrameReader::getBytes));
    }

    /**
     * Takes all that {@code in} has, for nobody here knows where the state ends. Where more was there than the state and {@code in}
     * can be set back, the rest is left in it.
     */
    @Override
    public RemoteState decode(DataInput in) throws IOException {
        boolean returns = in instanceof InputStream stream && stream.markSupported();
        if (returns) {
            ((InputStream) in).mark(Integer.MAX_VALUE);
        }
        byte[] bytes = all(in);
        ChildProcess child = children.get();
        RemoteState state = new RemoteState(child);
        int taken = child.call(Operation.DECODE, description.id(),
                (frame, batches) -> frame.putLong(state.number()).putInt(description.place()).putBytes(bytes), FrameReader::getInt);
        if (taken < bytes.length) {
            if (!returns) {
                throw new IOException((bytes.length - taken) + " bytes follow the state");
            }
            ((InputStream) in).reset();
            in.skipBytes(taken);
        }
        return state;
    }

    private static byte[] all(DataInput in) throws IOException {
        if (in instanceof InputStream stream) {
            return stream.readAllBytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            while (true) {
                bytes.write(in.readByte());
            }
        } catch (EOFException e) {
            return bytes.toByteArray();
        }
    }
}
