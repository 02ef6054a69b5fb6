package org.gemello.worker.internal.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;

/** Parts of twins as part of a frame. */
public final class PartFrames {
    /** A part has at least a role, a title, two lists and two numbers. */
    private static final int SMALLEST = 6 * Integer.BYTES;

    private PartFrames() {
    }

    static void write(List<PartSpec> parts, FrameWriter frame) {
        frame.putInt(parts.size());
        for (PartSpec part : parts) {
            frame.putText(part.role()).putText(part.title());
            writeNames(part.types(), frame);
            frame.putInt(part.points().size());
            for (PartPoint point : part.points()) {
                writeNames(point.former(), frame.putText(point.name()).putText(point.unit()));
            }
            frame.putInt(part.least()).putInt(part.most());
        }
    }

    static List<PartSpec> read(FrameReader frame) throws MalformedFrameException {
        List<PartSpec> parts = new ArrayList<>();
        for (int left = frame.getCount(SMALLEST); left > 0; left--) {
            parts.add(part(frame));
        }
        return parts;
    }

    private static PartSpec part(FrameReader frame) throws MalformedFrameException {
        try {
            return new PartSpec(frame.getText(), frame.getText(), readNames(frame), points(frame), frame.getInt(), frame.getInt());
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException(e.getMessage(), e);
        }
    }

    private static List<PartPoint> points(FrameReader frame) throws MalformedFrameException {
        List<PartPoint> points = new ArrayList<>();
        for (int left = frame.getCount(3 * Integer.BYTES); left > 0; left--) {
            points.add(new PartPoint(frame.getText(), frame.getText(), readNames(frame)));
        }
        return points;
    }

    /** Twins by role. */
    public static void writeTwins(Map<String, List<TwinId>> parts, FrameWriter frame) {
        frame.putInt(parts.size());
        parts.forEach((role, twins) -> {
            frame.putText(role);
            writeNames(twins.stream().map(TwinId::value).toList(), frame);
        });
    }

    public static Map<String, List<TwinId>> readTwins(FrameReader frame) throws MalformedFrameException {
        Map<String, List<TwinId>> parts = new LinkedHashMap<>();
        for (int left = frame.getCount(2 * Integer.BYTES); left > 0; left--) {
            parts.put(frame.getText(), readNames(frame).stream().map(TwinId::new).toList());
        }
        return parts;
    }

    static void writeNames(List<String> names, FrameWriter frame) {
        frame.putInt(names.size());
        names.forEach(frame::putText);
    }

    static List<String> readNames(FrameReader frame) throws MalformedFrameException {
        List<String> names = new ArrayList<>();
        for (int left = frame.getCount(Integer.BYTES); left > 0; left--) {
            names.add(frame.getText());
        }
        return names;
    }
}
