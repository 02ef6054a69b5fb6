package org.gemello.connector.mqtt.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.connector.mqtt.internal.sparkplug.HostUnderTest.NODE;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.payload;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.real;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;

class CompressionTest {
    private final HostUnderTest plant = new HostUnderTest().bind(NODE, "p", "m").open();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Payload.Builder compressed(OutputStream into, byte[] payload) throws IOException {
        try (into) {
            into.write(payload);
        }
        return Payload.newBuilder().setUuid("SPBV1.0_COMPRESSED").setBody(ByteString.copyFrom(bytes.toByteArray()));
    }

    @Test
    void deflateIsRead() throws IOException {
        Payload.Builder inner = payload(0, real("m", 5));
        assertThat(plant.send("NBIRTH", "", compressed(new DeflaterOutputStream(bytes), inner.build().toByteArray()))).isEmpty();
        assertThat(plant.values("p")).containsExactly(5.0);
    }

    @Test
    void gzipIsRead() throws IOException {
        Payload.Builder inner = payload(0, real("m", 5)).setBody(ByteString.copyFrom(new byte[50_000]));
        assertThat(plant.send("NBIRTH", "", compressed(new GZIPOutputStream(bytes), inner.build().toByteArray()))).isEmpty();
        assertThat(plant.values("p")).containsExactly(5.0);
    }

    @Test
    void aBombIsRefused() throws IOException {
        assertThat(plant.send("NBIRTH", "", compressed(new GZIPOutputStream(bytes), new byte[1 << 20]))).contains("more than 262144 bytes");
    }

    @Test
    void whatIsCutOrNoneOfBothIsRefused() throws IOException {
        Payload.Builder cut = compressed(new DeflaterOutputStream(bytes), payload(0, real("m", 5)).build().toByteArray());
        cut.setBody(cut.getBody().substring(0, cut.getBody().size() - 8));
        assertThat(plant.send("NBIRTH", "", cut)).contains("ends in the middle");
        assertThat(plant.send("NBIRTH", "", cut.setBody(ByteString.copyFromUtf8("plain")))).contains("neither DEFLATE nor GZIP");
    }
}
