package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;

/**
 * Where a point is written. A JSON command has the shape of the data: one number at the point's pointer, so that a point read
 * at {@code /set/power} is written as <code>{"set":{"power":1500.0}}</code>. A plain command is the bare number.
 *
 * @param handle the point
 * @param scale  from the source's number to the point's unit
 * @param topic  the command topic
 * @param path   members on the way to the value, empty for a bare number
 */
record CommandTopic(int handle, LinearScale scale, String topic, List<String> path) implements WriteTarget {
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws ConfigurationException where a point is to be written but its binding does not say where */
    static Map<PointId, WriteTarget> of(List<TopicBinding> bindings, PointTable points) {
        Map<PointId, WriteTarget> targets = new HashMap<>();
        for (TopicBinding binding : bindings) {
            for (PointBinding point : binding.binding().points()) {
                if (point.writable()) {
                    if (binding.commandTopic().isEmpty()) {
                        throw new ConfigurationException(List.of(point.place() + ": 'write: true' needs a 'commandTopic' in the binding"));
                    }
                    List<String> path = steps(binding, point);
                    targets.put(point.point().id(),
                            new CommandTopic(points.handle(point.point()), point.scale(), binding.commandTopic(), path));
                }
            }
        }
        return targets;
    }

    private static List<String> steps(TopicBinding binding, PointBinding point) {
        return switch (binding.format()) {
            case PLAIN -> List.of();
            case JSON -> PlanCompiler.pointer(point).steps();
            default -> throw new ConfigurationException(List.of(point.place() + ": 'write: true' needs format json or plain"));
        };
    }

    @Override
    public Message message(double value) {
        return Message.of(topic, payload(value));
    }

    private byte[] payload(double value) {
        double raw = scale.invert(value);
        if (path.isEmpty()) {
            return Double.toString(raw).getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            for (String step : path) {
                json.writeStartObject();
                json.writeFieldName(step);
            }
            json.writeNumber(raw); // closing the generator closes the objects
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
