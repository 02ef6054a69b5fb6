package org.gemello.connector.mqtt.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.connector.mqtt.internal.sparkplug.HostUnderTest.DEVICE;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.aliased;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.payload;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.quality;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.real;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.template;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** Whatever bytes come, they are read or refused with a cause, and a good birth is understood after them. */
class HostilePayloadTest {
    private static final String[] TYPES = {"NBIRTH", "NDATA", "NDEATH", "DBIRTH", "DDATA", "DDEATH"};

    private static HostUnderTest plant() {
        HostUnderTest plant = new HostUnderTest().bind(DEVICE, "p", "m").bind(DEVICE, "a", "array[1]").bind(DEVICE, "t", "T/x").open();
        plant.send("NBIRTH", "", payload(0));
        plant.send("DBIRTH", "press", birth(1));
        return plant;
    }

    private static Payload.Builder birth(int sequence) {
        return payload(sequence, quality(real("m", 1).setAlias(1), 192), Tahu.bytes("array", DataType.StringArray, new byte[] {1, 0, 2, 0}),
                template("T", real("x", 2)), Tahu.metric("text", DataType.String).setStringValue("x"));
    }

    private static void survives(HostUnderTest plant, String type, byte[] bytes) {
        plant.send(HostUnderTest.topic(type, type.startsWith("D") ? "press" : ""), bytes);
        plant.send("NBIRTH", "", payload(0));
        plant.send("DBIRTH", "press", birth(1));
        assertThat(plant.send("DDATA", "press", payload(2, aliased(1, 77)))).isEmpty();
        assertThat(plant.values("p")).endsWith(77.0);
    }

    @Property(tries = 2_000)
    void anyBytes(@ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 5) int type) {
        survives(plant(), TYPES[type], bytes);
    }

    @Property(tries = 2_000)
    void aPayloadWithSomeBytesChanged(@ForAll @Size(min = 1, max = 4) int[] places, @ForAll @Size(4) byte[] values,
                                      @ForAll @IntRange(max = 5) int type) {
        byte[] bytes = birth(2).build().toByteArray();
        for (int i = 0; i < places.length; i++) {
            bytes[Math.floorMod(places[i], bytes.length)] = values[i];
        }
        survives(plant(), TYPES[type], bytes);
    }

    @Property(tries = 500)
    void aPayloadThatEndsEarly(@ForAll @IntRange(max = 500) int length, @ForAll @IntRange(max = 5) int type) {
        byte[] whole = birth(2).build().toByteArray();
        survives(plant(), TYPES[type], Arrays.copyOf(whole, Math.min(length, whole.length)));
    }
}
