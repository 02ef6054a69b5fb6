package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeNotification;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemNotification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same bytes by Milo's codec and by ours. */
class ValueDecoderTest {
    private static final EncodingContext MILO = DefaultEncodingContext.INSTANCE;
    private static final int DIAGNOSTICS = Integer.BYTES;
    private final Random random = new Random(20261122);
    private final RandomValues values = new RandomValues(random);
    private EncodingContext ours;

    @BeforeEach
    void install() throws Exception {
        EndpointDescription endpoint = new EndpointDescription("opc.tcp://localhost:4840", null, null, MessageSecurityMode.None,
                SecurityPolicy.None.getUri(), null, TransportProfile.TCP_UASC_UABINARY.getUri(), Unsigned.ubyte(0));
        OpcUaClient client = OpcUaClient.create(OpcUaClientConfig.builder().setEndpoint(endpoint).build());
        ValueDecoder.installIn(client);
        ours = client.getStaticEncodingContext();
    }

    private static byte[] encoded(MonitoredItemNotification[] items, DiagnosticInfo... diagnostics) {
        return ((ByteString) ExtensionObject.encode(MILO, new DataChangeNotification(items, diagnostics)).getBody()).bytes();
    }

    private static DataChangeNotification decoded(byte[] bytes, EncodingContext by) {
        return (DataChangeNotification) ExtensionObject.of(ByteString.of(bytes),
                DataChangeNotification.BINARY_ENCODING_ID.toNodeId(MILO.getNamespaceTable()).orElseThrow()).decode(by);
    }

    private Changes changes(byte[] bytes) {
        assertThat(decoded(bytes, ours).getMonitoredItems()).as("Milo calls no listener for an empty one").hasSize(1);
        return ValueDecoder.take();
    }

    private static MonitoredItemNotification[] items(Changes changes) {
        return IntStream.range(0, changes.count()).mapToObj(i -> item(changes.handle(i), changes.value(i)))
                .toArray(MonitoredItemNotification[]::new);
    }

    private static MonitoredItemNotification item(int handle, DataValue value) {
        return new MonitoredItemNotification(Unsigned.uint(Integer.toUnsignedLong(handle)), value);
    }

    private MonitoredItemNotification[] some(int count) {
        return IntStream.range(0, count).mapToObj(i -> item(random.nextInt(), values.next())).toArray(MonitoredItemNotification[]::new);
    }

    @Test
    void valuesOfAllTypesAreTheSame() {
        for (int i = 0; i < 300; i++) {
            byte[] bytes = encoded(some(i));
            Changes changes = changes(bytes);
            assertThat(changes.broken()).isNull();
            assertThat(changes.count()).isEqualTo(i);
            assertThat(encoded(items(changes))).isEqualTo(encoded(decoded(bytes, MILO).getMonitoredItems()));
        }
    }

    @Test
    void moreThanWasAskedForIsReadToTheEnd() {
        int count = 2 * Subscribed.NOTIFICATIONS_PER_PUBLISH + 3;
        Changes changes = changes(encoded(IntStream.range(0, count).mapToObj(i -> item(i, new DataValue(Variant.ofInt32(i))))
                .toArray(MonitoredItemNotification[]::new), new DiagnosticInfo(1, 2, 3, 4, "not asked for", null, null)));
        assertThat(changes.broken()).isNull();
        assertThat(changes.count()).isEqualTo(count);
        assertThat(changes.handle(count - 1)).isEqualTo(count - 1);
        assertThat(changes.value(count - 1).value().value()).isEqualTo(count - 1);
    }

    @Test
    void whatIsCutOffIsGoodUpToThereAndSaysSo() {
        MonitoredItemNotification[] whole = some(20);
        byte[] bytes = encoded(whole);
        for (int length = 0; length < bytes.length - DIAGNOSTICS; length++) {
            Changes changes = changes(Arrays.copyOf(bytes, length));
            assertThat(changes.broken()).contains("cannot be read after " + changes.count() + " values");
            assertThat(changes.count()).isLessThan(whole.length);
            assertThat(encoded(items(changes))).isEqualTo(encoded(Arrays.copyOf(whole, changes.count())));
        }
    }

    @Test
    void whatIsWrongIsReadAsMiloReadsItOrSaysSo() {
        int broken = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = encoded(some(5));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Changes changes = changes(bytes);
            MonitoredItemNotification[] reference = milos(bytes);
            if (reference != null) {
                assertThat(changes.broken()).isNull();
                assertThat(encoded(items(changes))).isEqualTo(encoded(reference));
            } else {
                broken++;
            }
        }
        assertThat(broken).isBetween(10, 490);
    }

    /** Null where Milo cannot read them. */
    private static MonitoredItemNotification[] milos(byte[] bytes) {
        try {
            return decoded(bytes, MILO).getMonitoredItems();
        } catch (RuntimeException | OutOfMemoryError e) {
            return null;
        }
    }

    @Test
    void aCountThatIsALieCostsNothing() {
        byte[] bytes = encoded(some(1));
        Arrays.fill(bytes, 0, 3, (byte) 0xFF);
        bytes[3] = 0x7F;
        assertThat(changes(bytes).broken()).contains("cannot be read after 1 values");
        bytes[3] = (byte) 0xFF;
        assertThat(changes(bytes).count()).as("no array at all").isZero();
    }

    @Test
    void dimensionsThatAreALieCostNothing() {
        byte[] bytes = encoded(new MonitoredItemNotification[] {item(1, new DataValue(Variant.ofDouble(1))),
                item(2, new DataValue(new Variant(Matrix.ofInt32(new Integer[][] {{1, 2}, {3, 4}})), StatusCode.GOOD, null, null))});
        int dimensions = bytes.length - DIAGNOSTICS - 3 * Integer.BYTES;
        assertThat(bytes[dimensions]).isEqualTo((byte) 2);
        Arrays.fill(bytes, dimensions, dimensions + 3, (byte) 0xFF);
        bytes[dimensions + 3] = 0x7F;
        Changes changes = changes(bytes);
        assertThat(changes.broken()).contains("cannot be read after 1 values");
        assertThat(changes.value(0).value().value()).isEqualTo(1.0);
    }

    @Test
    void aNotificationIsTakenOnce() {
        assertThat(changes(encoded(some(3))).count()).isEqualTo(3);
        Changes again = ValueDecoder.take();
        assertThat(again.count()).isZero();
        assertThat(again.broken()).contains("another encoding");
    }
}
