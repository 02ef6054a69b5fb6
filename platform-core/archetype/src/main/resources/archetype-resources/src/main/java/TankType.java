package ${package};

import java.io.*;
import java.time.Duration;
import java.util.List;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.api.twin.*;
import org.gemello.spi.*;
import org.osgi.service.component.annotations.Component;

/** A tank: its level is measured, a high level raises an alarm, a command sets its pump. */
@Component(service = TwinType.class)
public final class TankType implements TwinType<double[]>, TwinBehavior<double[]>, StateCodec<double[]> {
    @Override public TwinTypeId id() { return new TwinTypeId("${artifactId}/tank"); }
    @Override public TwinModel model() {
        return new TwinModel(1, "Tank", List.of(PointSpec.measured("LEVEL", "Level", "m", 0, 10), PointSpec.setpoint("PUMP", "Pump", "%", 0, 100)),
                List.of(new CommandSpec("set-pump", "Set pump", List.of(new ParameterSpec("speed", "Speed", "%", 0, 100, 100, "PUMP")), Duration.ZERO)));
    }
    @Override public TwinBehavior<double[]> behavior(TwinContext context) { return this; }
    @Override public StateCodec<double[]> codec() { return this; }
    @Override public double[] initial() { return new double[1]; } // the last level
    @Override public void onSamples(double[] state, SampleBatch batch, Effects out) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.point(row).name().equals("LEVEL") && batch.quality(row).isGood()) {
                state[0] = batch.doubleValue(row);
                if (state[0] > 8) out.raise("high", Severity.HIGH, "level above 8 m", batch.sourceTime(row));
                else out.clear("high", "level normal", batch.sourceTime(row));
            }
        }
    }
    @Override public void onCommand(double[] state, Command command, Effects out) {
        if (!command.name().equals("set-pump")) out.reject("unknown command"); // of another version of this pack
        else if (state[0] < 0.5) out.reject("the tank is empty");
        else out.write("PUMP", command.argument("speed"));
    }
    @Override public void encode(double[] state, DataOutput out) throws IOException { out.writeDouble(state[0]); }
    @Override public double[] decode(DataInput in) throws IOException { return new double[] {in.readDouble()}; }
}
