package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.TwinTypeId;
import org.gemello.worker.internal.frame.FrameReader;
import org.gemello.worker.internal.frame.MalformedFrameException;
import org.gemello.worker.internal.frame.ModelFrames;
import org.gemello.worker.internal.frame.Operation;

/**
 * What a type in a child says of itself.
 *
 * @param place    by which the child is asked
 * @param migrates schemas from which its migrations start, in their order
 */
record Description(int place, TwinTypeId id, TwinModel model, List<Integer> migrates) {

    static List<Description> of(ChildProcess child) throws IOException {
        return child.call(Operation.DESCRIBE, "the pack", (frame, batches) -> { }, Description::read);
    }

    private static List<Description> read(FrameReader frame) throws MalformedFrameException {
        List<Description> types = new ArrayList<>();
        int count = frame.getCount(3 * Integer.BYTES);
        for (int place = 0; place < count; place++) {
            TwinTypeId id = id(frame.getText());
            if (types.stream().anyMatch(type -> type.id().equals(id))) {
                throw new MalformedFrameException("type " + id + " is there twice");
            }
            TwinModel model = ModelFrames.read(frame);
            List<Integer> migrates = new ArrayList<>();
            for (int left = frame.getCount(Integer.BYTES); left > 0; left--) {
                migrates.add(frame.getInt());
            }
            types.add(new Description(place, id, model, List.copyOf(migrates)));
        }
        return List.copyOf(types);
    }

    private static TwinTypeId id(String text) throws MalformedFrameException {
        try {
            return new TwinTypeId(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException(e.getMessage(), e);
        }
    }
}
