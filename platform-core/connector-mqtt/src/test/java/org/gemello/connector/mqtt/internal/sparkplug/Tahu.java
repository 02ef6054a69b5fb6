package org.gemello.connector.mqtt.internal.sparkplug;

import com.google.protobuf.ByteString;
import java.time.Instant;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** Payloads as Eclipse Tahu's generated classes write them: an encoder that shares nothing with what is tested. */
public final class Tahu {
    public static final long NOW = Instant.parse("2026-11-21T19:45:00Z").toEpochMilli();

    private Tahu() {
    }

    public static Payload.Builder payload(int sequence, Payload.Metric.Builder... metrics) {
        Payload.Builder payload = Payload.newBuilder().setTimestamp(NOW).setSeq(sequence);
        for (Payload.Metric.Builder metric : metrics) {
            payload.addMetrics(metric);
        }
        return payload;
    }

    public static Payload.Metric.Builder metric(String name, DataType type) {
        return Payload.Metric.newBuilder().setName(name).setDatatype(type.getNumber());
    }

    public static Payload.Metric.Builder real(String name, double value) {
        return metric(name, DataType.Double).setDoubleValue(value);
    }

    public static Payload.Metric.Builder aliased(long alias, double value) {
        return Payload.Metric.newBuilder().setAlias(alias).setDoubleValue(value);
    }

    public static Payload.Metric.Builder number(String name, DataType type, int value) {
        return metric(name, type).setIntValue(value);
    }

    public static Payload.Metric.Builder number(String name, DataType type, long value) {
        return metric(name, type).setLongValue(value);
    }

    public static Payload.Metric.Builder bytes(String name, DataType type, byte[] value) {
        return metric(name, type).setBytesValue(ByteString.copyFrom(value));
    }

    public static Payload.Metric.Builder birthNumber(long number) {
        return number("bdSeq", DataType.Int64, number);
    }

    public static Payload.Builder death(long number) {
        return Payload.newBuilder().addMetrics(birthNumber(number));
    }

    public static Payload.Metric.Builder quality(Payload.Metric.Builder metric, int quality) {
        return property(metric, "Quality", Payload.PropertyValue.newBuilder().setType(DataType.Int32.getNumber()).setIntValue(quality));
    }

    public static Payload.Metric.Builder unit(Payload.Metric.Builder metric, String unit) {
        return property(metric, "engUnit", Payload.PropertyValue.newBuilder().setType(DataType.String.getNumber()).setStringValue(unit));
    }

    private static Payload.Metric.Builder property(Payload.Metric.Builder metric, String key, Payload.PropertyValue.Builder value) {
        Payload.PropertySet.Builder set = metric.getProperties().toBuilder().addKeys(key).addValues(value);
        return metric.setProperties(set);
    }

    public static Payload.Metric.Builder template(String name, Payload.Metric.Builder... members) {
        Payload.Template.Builder template = Payload.Template.newBuilder().setTemplateRef("Motor");
        for (Payload.Metric.Builder member : members) {
            template.addMetrics(member);
        }
        return metric(name, DataType.Template).setTemplateValue(template);
    }
}
