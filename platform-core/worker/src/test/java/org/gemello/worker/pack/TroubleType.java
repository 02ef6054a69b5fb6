package org.gemello.worker.pack;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** Does what the name of a command says: everything that a pack should not. */
public final class TroubleType implements TwinType<int[]>, StateCodec<int[]>, TwinBehavior<int[]> {
    private Effects kept;

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("test/trouble");
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, "Trouble", List.of(PointSpec.derived("out", "Out", "1")), List.of());
    }

    @Override
    public TwinBehavior<int[]> behavior(TwinContext context) {
        if (context.configuration().containsKey("wrong")) {
            throw new IllegalArgumentException("twin " + context.twin() + ": 'wrong' is wrong, leave it out");
        }
        return this;
    }

    @Override
    public StateCodec<int[]> codec() {
        return this;
    }

    @Override
    public int[] initial() {
        return new int[1];
    }

    @Override
    public void onSamples(int[] state, SampleBatch batch, Effects out) {
        out.write("out", 1);
    }

    @Override
    public void onCommand(int[] state, Command command, Effects out) {
        switch (command.name()) {
            case "ok" -> out.derive("out", ++state[0], Quality.GOOD, 1);
            case "throw" -> throw new UnsupportedOperationException("as told");
            case "overflow" -> onCommand(state, command, out);
            case "exit" -> System.exit(7);
            case "halt" -> Runtime.getRuntime().halt(3);
            case "hang" -> hang();
            case "memory" -> fill();
            case "flood" -> flood(out);
            case "keep" -> kept = out;
            case "kept" -> kept.reject("too late");
            case "unknown-point" -> out.derive("in", 1.0, Quality.GOOD, 1);
            case "environment" -> out.reject(System.getenv() + " " + System.getProperty("user.dir") + " "
                    + List.of(new java.io.File(System.getProperty("user.dir")).list()));
            case "print" -> System.out.println("hello from the pack\u001b[31m");
            default -> out.reject("not supported");
        }
    }

    private static void hang() {
        while (!Thread.interrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[1 << 20]);
        }
    }

    private static void flood(Effects out) {
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            out.derive("out", i, Quality.GOOD, i);
        }
    }

    @Override
    public void encode(int[] state, DataOutput out) throws IOException {
        out.writeInt(state[0]);
    }

    @Override
    public int[] decode(DataInput in) throws IOException {
        return new int[] {in.readInt()};
    }
}
