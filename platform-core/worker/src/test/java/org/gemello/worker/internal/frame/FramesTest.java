package org.gemello.worker.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;
import org.gemello.worker.pack.CounterType;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final int LIMIT = 1 << 20;
    private static final TwinModel MODEL = new CounterType().model();

    private static final TwinModel COMPOSITE = new TwinModel(MODEL.schema(), MODEL.title(), MODEL.points(), MODEL.commands(), MODEL.renamed(),
            List.of(new PartSpec("turbine", "Turbines", List.of("a/b"), List.of(new PartPoint("W", "kW", List.of("P")), new PartPoint("V", "m/s")), 1, 9),
                    new PartSpec("mast", "Mast", List.of(), List.of(), 0, 1))).configured(new ConfigurationSpec(List.of(
                    ConfigurationKey.number("decay", "Decay", "1", 0.05, 0, Double.POSITIVE_INFINITY),
                    new ConfigurationKey("law", ConfigurationType.CHOICE, Map.of("en", "Law", "ko", "법칙"), "1", 0, 1, List.of("a", "b"), "a", true, "mast"))));
    private static final ProposalDraft DRAFT = new ProposalDraft("wake", "Steer", "because 5 %", new Gain(2, 1, 3, "%"), List.of("loads", ""),
            List.of(new ProposedCommand(new TwinId("t-1"), "yaw", Map.of("offset", -3.5)), new ProposedCommand(new TwinId("t-2"), "stop", Map.of())),
            7, Duration.ofSeconds(90, 5));

    private static byte[] bytes(Consumer<FrameWriter> content) {
        FrameWriter frame = new FrameWriter(LIMIT).begin();
        content.accept(frame);
        ByteBuffer finished = frame.finish();
        byte[] bytes = new byte[finished.remaining() - FrameWriter.HEAD];
        finished.position(FrameWriter.HEAD).get(bytes);
        return bytes;
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(ByteBuffer.wrap(bytes));
    }

    private static SampleBatch batch(PointTable points, Random random, int rows) {
        SampleBatchBuilder batch = SampleBatch.builder(points, rows);
        for (int row = 0; row < rows; row++) {
            int handle = points.handle(new PointDefinition(PointId.parse("t-" + random.nextInt(3) + "/p" + random.nextInt(5)), "kW"));
            Object value = switch (random.nextInt(5)) {
                case 0 -> random.nextGaussian();
                case 1 -> random.nextLong();
                case 2 -> random.nextBoolean();
                case 3 -> "ä€ " + random.nextInt();
                default -> null;
            };
            batch.addValue(handle, value, random.nextInt(), random.nextLong(), random.nextLong());
        }
        return batch.build();
    }

    @Test
    void batchesComeOutAsTheyWentIn() throws MalformedFrameException {
        Random random = new Random(3);
        BatchWriter writer = new BatchWriter();
        BatchReader reader = new BatchReader(new PointTable());
        PointTable points = new PointTable();
        for (int round = 0; round < 200; round++) {
            if (round == 100) {
                points = new PointTable(); // with other numbers for the same points
            }
            SampleBatch built = batch(points, random, 1 + random.nextInt(20));
            SampleBatch sent = round % 3 == 0 ? built : round % 3 == 1 ? built.at(round) : built.at(7).select(new int[] {built.size() - 1,
                    0}, 2);
            FrameReader frame = reader(bytes(out -> writer.write(sent, out)));
            SampleBatch read = reader.read(frame);
            frame.end();
            assertThat(read.size()).isEqualTo(sent.size());
            for (int row = 0; row < read.size(); row++) {
                assertThat(read.sample(row, TraceId.NONE)).isEqualTo(sent.sample(row, TraceId.NONE));
            }
        }
    }

    /** What a child says, cut short anywhere and with any byte changed, is read or refused, and nothing else happens. */
    @Test
    void whateverComesIsReadOrRefused() {
        byte[] effects = bytes(frame -> {
            EffectWriter out = new EffectWriter(new EffectWriter.Points(MODEL), frame, true);
            out.derive("sum", 1.5, Quality.GOOD, 7);
            out.derive("seen", 3, Quality.BAD, 8);
            out.raise("high", Severity.CRITICAL, "much", 9);
            out.clear("high", "less", 10);
            out.write("limit", 3);
            out.reject("no");
            out.propose(DRAFT);
            out.withdraw("wake", "calm", 11);
            out.measured("wake", DRAFT.gain(), "as planned", 12);
        });
        byte[] model = bytes(frame -> ModelFrames.write(COMPOSITE, frame));
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = (round % 2 == 0 ? effects : model).clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            ByteBuffer cut = ByteBuffer.wrap(bytes, 0, random.nextBoolean() ? bytes.length : random.nextInt(bytes.length));
            try {
                if (round % 2 == 0) {
                    EffectReader.read(new FrameReader(cut), MODEL);
                } else {
                    ModelFrames.read(new FrameReader(cut));
                }
            } catch (MalformedFrameException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }

    @Test
    void partsAndProposalsComeOutAsTheyWentIn() throws MalformedFrameException {
        assertThat(ModelFrames.read(reader(bytes(frame -> ModelFrames.write(COMPOSITE, frame))))).isEqualTo(COMPOSITE);
        assertThat(ProposalFrames.readDraft(reader(bytes(frame -> ProposalFrames.write(DRAFT, frame))))).isEqualTo(DRAFT);
        ProposalNews news = new ProposalNews("t-1:wake:7", "wake", ProposalState.DECLINED, "kim", "풍속", Instant.MAX);
        assertThat(ProposalFrames.readNews(reader(bytes(frame -> ProposalFrames.write(news, frame))))).isEqualTo(news);
        Map<String, List<TwinId>> parts = Map.of("turbine", List.of(new TwinId("t-2"), new TwinId("t-1")), "mast", List.of());
        assertThat(PartFrames.readTwins(reader(bytes(frame -> PartFrames.writeTwins(parts, frame))))).isEqualTo(parts);
    }

    @Test
    void aPointOfAnotherRoleIsRefused() {
        int limit = MODEL.points().indexOf(MODEL.point("limit").orElseThrow());
        byte[] derived = bytes(frame -> frame.putByte(EffectKind.DERIVED_DOUBLE).putInt(limit).putDouble(1).putInt(0).putLong(0));
        assertThatThrownBy(() -> EffectReader.read(reader(derived), MODEL)).isInstanceOf(MalformedFrameException.class)
                .hasMessage("point limit is no DERIVED point");
    }

    @Test
    void aFrameHasALimit() {
        assertThatThrownBy(() -> bytes(frame -> frame.putBytes(new byte[LIMIT]))).isInstanceOf(FrameTooLargeException.class)
                .hasMessageContaining("1048576 bytes");
        assertThat(bytes(frame -> frame.putBytes(new byte[LIMIT - 4]))).hasSize(LIMIT);
    }
}
