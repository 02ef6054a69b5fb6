package org.gemello.connector.mqtt.internal.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.connector.mqtt.internal.Refusal;

/**
 * Reads the metrics of a payload into rows, straight from its bytes. A metric that cannot be read is named and passed over; the others
 * are not touched by it, for each stands in a frame of its own. For one thread.
 */
final class MetricReader {
    /** Latest time whose nanoseconds fit into 64 bits, in milliseconds. */
    private static final long LATEST = Long.MAX_VALUE / 1_000_000;
    private static final int DEEPEST = 8;
    private static final int MEMBERS = 2;
    private static final byte[] BD_SEQUENCE = "bdSeq".getBytes(StandardCharsets.US_ASCII);
    private final Properties properties = new Properties();
    private final Metric[] metrics = new Metric[DEEPEST];
    private final ProtoReader[] templates = new ProtoReader[DEEPEST];
    private final Late late;
    private final Figures figures;
    private byte[] memberName = new byte[256];
    private Origin origin;
    /** Where a birth's metrics are put down, null for data. */
    private MetricTable announcing;
    private MetricTable table;
    private long received;
    private SampleBatchBuilder into;
    private Troubles troubles;
    private int unknown;

    MetricReader(Late late, Figures figures) {
        this.late = late;
        this.figures = figures;
        Arrays.setAll(metrics, level -> new Metric());
        Arrays.setAll(templates, level -> new ProtoReader());
    }

    /** Reads a birth. @return what it announces */
    MetricTable birth(Payload payload, Origin of, long receivedTime, SampleBatchBuilder rows, Troubles wrong) throws Refusal {
        announcing = new MetricTable();
        table = announcing;
        read(payload, of, receivedTime, rows, wrong);
        return announcing;
    }

    /** Reads data of an origin that is born. @return how many metrics its birth has not announced */
    int data(Payload payload, Origin of, long receivedTime, SampleBatchBuilder rows, Troubles wrong) throws Refusal {
        announcing = null;
        table = of.table();
        read(payload, of, receivedTime, rows, wrong);
        return unknown;
    }

    private void read(Payload payload, Origin of, long receivedTime, SampleBatchBuilder rows, Troubles wrong) throws Refusal {
        origin = of;
        received = receivedTime;
        into = rows;
        troubles = wrong;
        unknown = 0;
        long time = payload.hasTime() ? nanos(payload.time()) : receivedTime;
        ProtoReader fields = payload.fields();
        while (fields.next()) {
            if (fields.field() == Payload.METRIC) {
                int length = fields.content();
                metric(payload.bytes(), fields.position() - length, fields.position(), time);
            } else {
                fields.skip();
            }
        }
    }

    private void metric(byte[] bytes, int from, int to, long time) {
        Metric metric = metrics[0];
        try {
            metric.read(bytes, from, to);
            KnownMetric known = announcing == null ? table.find(metric) : announce(metric, "");
            if (known == null) {
                unknown++;
            } else {
                take(metric, known, time, metric.historical, 0);
            }
        } catch (Refusal refusal) {
            troubles.add("metric " + metric.label() + ": " + refusal.getMessage());
        }
    }

    private KnownMetric announce(Metric metric, String template) throws Refusal {
        if (!metric.hasName()) {
            throw new Refusal("a birth must name it");
        }
        String name = template.isEmpty() ? metric.name() : template + '/' + metric.name();
        List<BoundMetric> points = origin.bound().fedBy(name, metric.type);
        KnownMetric known = new KnownMetric(name, metric, !template.isEmpty(), points);
        announcing.add(known);
        if (!points.isEmpty()) {
            EngineeringUnit.check(properties.unit(metric), points);
        }
        return known;
    }

    private void take(Metric metric, KnownMetric known, long fallbackTime, boolean historical, int level) throws Refusal {
        long time = metric.hasTime ? nanos(metric.time) : fallbackTime;
        if (metric.value == Metric.TEMPLATE && !metric.isNull) {
            members(metric, known.name(), time, historical, level);
        }
        if (!known.isBound()) {
            figures.unbound(); // counted, and nothing more
            return;
        }
        int quality = properties.quality(metric);
        DataType type = metric.type == DataType.UNKNOWN ? known.type() : metric.type;
        SampleBatchBuilder rows = historical ? late.historical() : into;
        for (BoundMetric point : known.points()) {
            String trouble = Values.add(metric, type, point, quality, time, received, rows);
            if (trouble != null) {
                troubles.add(point + " " + trouble);
            }
        }
    }

    /** Members of a template are metrics named {@code template/member}. */
    private void members(Metric template, String name, long time, boolean historical, int level) throws Refusal {
        if (level + 1 == DEEPEST) {
            throw new Refusal("templates are nested deeper than " + DEEPEST);
        }
        ProtoReader fields = templates[level].over(template.bytes, template.valueFrom, template.valueTo);
        Metric member = metrics[level + 1];
        while (fields.next()) {
            if (fields.field() != MEMBERS) {
                fields.skip();
                continue;
            }
            int length = fields.content();
            member.read(template.bytes, fields.position() - length, fields.position());
            KnownMetric known = announcing == null ? findMember(member, name) : announce(member, name);
            if (known == null) {
                unknown++;
            } else {
                take(member, known, time, historical || member.historical, level + 1);
            }
        }
    }

    private KnownMetric findMember(Metric member, String template) throws Refusal {
        if (!member.hasName()) {
            throw new Refusal("a member of template '" + template + "' has no name");
        }
        byte[] prefix = template.getBytes(StandardCharsets.UTF_8);
        int length = prefix.length + 1 + member.nameTo - member.nameFrom;
        if (length > memberName.length) {
            memberName = new byte[length * 2];
        }
        System.arraycopy(prefix, 0, memberName, 0, prefix.length);
        memberName[prefix.length] = '/';
        System.arraycopy(member.bytes, member.nameFrom, memberName, prefix.length + 1, member.nameTo - member.nameFrom);
        return table.find(memberName, length);
    }

    /** Number of the birth that a node birth or death belongs to, -1 where it does not say. */
    long birthNumber(Payload payload) throws Refusal {
        Metric metric = metrics[0];
        ProtoReader fields = payload.fields();
        while (fields.next()) {
            if (fields.field() != Payload.METRIC) {
                fields.skip();
                continue;
            }
            int length = fields.content();
            try {
                metric.read(payload.bytes(), fields.position() - length, fields.position());
            } catch (Refusal broken) {
                continue; // it is named when the metrics are read
            }
            if (metric.hasName() && Arrays.equals(metric.bytes, metric.nameFrom, metric.nameTo, BD_SEQUENCE, 0, BD_SEQUENCE.length)) {
                return metric.value == Metric.INT || metric.value == Metric.LONG ? metric.bits : -1;
            }
        }
        return -1;
    }

    /** @throws Refusal where the time is before 1970 or after 2262 */
    static long nanos(long millis) throws Refusal {
        if (!isTime(millis)) {
            throw new Refusal("its timestamp " + Long.toUnsignedString(millis) + " is not a time in milliseconds since 1970");
        }
        return millis * 1_000_000;
    }

    /** True from 1970 to 2262. */
    static boolean isTime(long millis) {
        return millis >= 0 && millis <= LATEST;
    }
}
