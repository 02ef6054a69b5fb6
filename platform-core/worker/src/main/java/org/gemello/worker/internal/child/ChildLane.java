package org.gemello.worker.internal.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.worker.internal.frame.Answer;
import org.gemello.worker.internal.frame.BatchReader;
import org.gemello.worker.internal.frame.CommandFrames;
import org.gemello.worker.internal.frame.EffectWriter;
import org.gemello.worker.internal.frame.Failure;
import org.gemello.worker.internal.frame.FrameChannel;
import org.gemello.worker.internal.frame.FrameReader;
import org.gemello.worker.internal.frame.FrameWriter;
import org.gemello.worker.internal.frame.MalformedFrameException;
import org.gemello.worker.internal.frame.ModelFrames;
import org.gemello.worker.internal.frame.Operation;
import org.gemello.worker.internal.frame.PartFrames;
import org.gemello.worker.internal.frame.ProposalFrames;
import org.gemello.worker.internal.frame.Request;

/** Serves one connection: one request, one answer. */
final class ChildLane {
    private final FrameChannel channel;
    private final FrameWriter answer;
    private final HostedTypes types;
    private final HeldObjects objects;
    private final BatchReader batches;

    ChildLane(FrameChannel channel, FrameWriter answer, HostedTypes types, HeldObjects objects, PointTable points) {
        this.channel = channel;
        this.answer = answer;
        this.types = types;
        this.objects = objects;
        this.batches = new BatchReader(points);
    }

    private record Context(TwinId twin, Map<String, String> configuration, Map<String, List<TwinId>> parts) implements TwinContext {
    }

    /** What a behaviour is asked to do with a state. */
    @FunctionalInterface
    private interface Work {
        void with(TwinBehavior<Object> behavior, Object state, Effects out);
    }

    /** Returns when the parent has closed the connection. */
    void serve() throws IOException {
        while (true) {
            FrameReader request;
            try {
                request = channel.receive();
            } catch (EOFException e) {
                return;
            }
            answer.begin().putByte(Answer.DONE);
            try {
                carryOut(Request.read(request, objects::release), request);
            } catch (MalformedFrameException e) {
                throw e;
            } catch (Throwable e) { // whatever the pack's code throws is an answer
                Failure.of(e).write(answer.begin().putByte(Answer.FAILED));
            }
            channel.send(answer);
        }
    }

    private void carryOut(Operation operation, FrameReader request) throws IOException {
        switch (operation) {
            case DESCRIBE -> describe();
            case BEHAVIOR -> makeBehavior(request);
            case INITIAL -> {
                long number = request.getLong();
                objects.hold(number, new HeldObjects.State(objects.behavior(request.getLong()).behavior().initial()));
            }
            case DECODE -> decode(request);
            case ENCODE -> encode(request);
            case MIGRATE -> answer.putBytes(types.at(request.getInt()).migrations().get(request.getInt()).migrate(request.getBytes()));
            case SAMPLES -> work(request, false, samples(request));
            case TICK -> work(request, false, tick(request));
            case COMMAND -> work(request, true, command(request));
            case PROPOSAL -> work(request, false, proposal(request));
        }
        request.end();
    }

    private void describe() {
        answer.putInt(types.types().size());
        for (HostedType type : types.types()) {
            answer.putText(type.type().id().value());
            ModelFrames.write(type.model(), answer);
            answer.putInt(type.migrations().size());
            type.migrations().forEach(migration -> answer.putInt(migration.from()));
        }
    }

    private void makeBehavior(FrameReader request) throws IOException {
        long number = request.getLong();
        HostedType type = types.at(request.getInt());
        Context context = new Context(new TwinId(request.getText()), Map.copyOf(ModelFrames.readTexts(request)),
                PartFrames.readTwins(request));
        objects.hold(number, new HeldObjects.Behavior(type, type.type().behavior(context)));
    }

    private void decode(FrameReader request) throws IOException {
        long number = request.getLong();
        HostedType type = types.at(request.getInt());
        byte[] bytes = request.getBytes();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        objects.hold(number, new HeldObjects.State(type.codec().decode(in)));
        answer.putInt(bytes.length - in.available());
    }

    private void encode(FrameReader request) throws IOException {
        HeldObjects.State state = objects.state(request.getLong());
        HostedType type = types.at(request.getInt());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        synchronized (state) {
            type.codec().encode(state.value(), new DataOutputStream(bytes));
        }
        answer.putBytes(bytes.toByteArray());
    }

    private Work samples(FrameReader request) throws IOException {
        SampleBatch batch = batches.read(request);
        return (behavior, state, out) -> behavior.onSamples(state, batch, out);
    }

    private static Work tick(FrameReader request) throws IOException {
        Instant now = CommandFrames.readTime(request);
        return (behavior, state, out) -> behavior.onTick(state, now, out);
    }

    private static Work command(FrameReader request) throws IOException {
        Command command = CommandFrames.read(request);
        return (behavior, state, out) -> behavior.onCommand(state, command, out);
    }

    private static Work proposal(FrameReader request) throws IOException {
        ProposalNews news = ProposalFrames.readNews(request);
        return (behavior, state, out) -> behavior.onProposal(state, news, out);
    }

    private void work(FrameReader request, boolean commanding, Work work) throws IOException {
        HeldObjects.Behavior hosted = objects.behavior(request.getLong());
        HeldObjects.State state = objects.state(request.getLong());
        try (EffectWriter effects = new EffectWriter(hosted.type().points(), answer, commanding)) {
            synchronized (state) {
                work.with(hosted.behavior(), state.value(), effects);
            }
            effects.requireComplete();
        }
    }
}
