package org.gemello.energy.farm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.Quality;
import org.gemello.energy.signal.Signal;

/** All that a farm's twin remembers: about 900 bytes for each turbine. Mutable, for one thread. */
public final class FarmState {
    /** Density of the air at the mast, where there is one. */
    public static final String DENSITY = "WMET.AirDens";
    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST = 10_000;
    final Map<String, TurbineView> turbines = new TreeMap<>();
    final Signal density = new Signal();
    /** Power in kW that the grid operator asks for at most. */
    final Signal demand = new Signal();
    private final FarmPlan[] plans = new FarmPlan[FarmAdviceKind.values().length];
    long evaluated = Long.MIN_VALUE;
    /** Since when all has been of good quality. */
    long steady = Long.MIN_VALUE;
    private long told = Long.MIN_VALUE;

    public FarmState() {
        for (int i = 0; i < plans.length; i++) {
            plans[i] = new FarmPlan();
        }
    }

    /** What became of this kind of advice. */
    public FarmPlan plan(FarmAdviceKind kind) {
        return plans[kind.ordinal()];
    }

    /** Takes what the grid operator asks for, in kW. */
    public void demand(double value, Quality quality, long time) {
        demand.update(value, quality, time);
    }

    /** True once a minute of source time: tables are due. Asking changes the state. */
    public boolean isTableDue(long time) {
        boolean due = Math.floorDiv(time, MINUTE) > Math.floorDiv(told, MINUTE);
        told = due ? time : told;
        return due;
    }

    /** Takes the density that the mast's twin tells, in kg/m3. */
    public void density(double value, Quality quality, long time) {
        density.update(value, quality, time);
    }

    /** Of a turbine that is seen for the first time, too. */
    TurbineView turbine(String name) {
        return turbines.computeIfAbsent(name, each -> new TurbineView());
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(turbines.size());
        for (Map.Entry<String, TurbineView> turbine : turbines.entrySet()) {
            out.writeUTF(turbine.getKey());
            turbine.getValue().write(out);
        }
        density.write(out);
        demand.write(out);
        for (FarmPlan plan : plans) {
            plan.write(out);
        }
        out.writeLong(evaluated);
        out.writeLong(told);
        out.writeLong(steady);
    }

    /** @throws IOException where the bytes end too early or are not a state */
    public static FarmState read(DataInput in) throws IOException {
        FarmState state = new FarmState();
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("a farm's state with " + size + " turbines");
        }
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            TurbineView view = new TurbineView();
            view.read(in);
            state.turbines.put(name, view);
        }
        state.density.read(in);
        state.demand.read(in);
        for (FarmPlan plan : state.plans) {
            plan.read(in);
        }
        state.evaluated = in.readLong();
        state.told = in.readLong();
        state.steady = in.readLong();
        return state;
    }
}
