package org.gemello.energy.vibration;

import java.util.SplittableRandom;

/**
 * Vibration of a simulated gearbox at the high-speed shaft: unbalance, the mesh with its second harmonic and sidebands, noise that grows
 * with load and friction, and the blows of a damaged bearing part, each of which rings in a resonance of the housing. Blows come at the
 * part's frequency with a slip that scatters (J. Antoni and R. Randall, Mech. Syst. Signal Process. 17, 2003). The same seed gives the same
 * bursts. For one thread.
 */
public final class VibrationSource {
    private static final double UNBALANCE = 0.15;
    private static final double MESH = 0.9;
    private static final double NOISE = 0.25;
    private static final double SIDEBAND = 0.12;
    private static final double SLIP = 0.008;
    private static final double SCATTER = 0.01;
    /** Resonance by half the rate, and its damping. */
    private static final double RESONANCE = 0.7;
    private static final double DAMPING = 0.05;
    private final VibrationDesign design;
    private final SplittableRandom random;

    public VibrationSource(VibrationDesign design, long seed) {
        this.design = design;
        this.random = new SplittableRandom(seed);
    }

    /**
     * @param shaft    frequency of the high-speed shaft in Hz
     * @param load     torque by rated torque
     * @param friction heat of friction by the losses of a sound gearbox; it makes noise
     * @param part     that is damaged; null for none
     * @param blow     acceleration of its blows in m/s2
     */
    public Burst burst(double rate, int length, double shaft, double load, double friction, BearingPart part, double blow) {
        double[] values = new double[length];
        double mesh = 2 * Math.PI * design.mesh().frequency(shaft);
        double turn = 2 * Math.PI * shaft;
        double begin = 2 * Math.PI * random.nextDouble();
        double noise = NOISE * (0.3 + load) * (1 + friction);
        for (int i = 0; i < length; i++) {
            double time = i / rate;
            double modulated = 1 + 2 * SIDEBAND * Math.cos(turn * time);
            values[i] = UNBALANCE * Math.cos(turn * time + begin)
                    + MESH * load * modulated * (Math.cos(mesh * time + begin) + 0.4 * Math.cos(2 * mesh * time))
                    + noise * random.nextGaussian();
        }
        if (part != null && shaft > 0) {
            strike(values, rate, shaft, part, blow);
        }
        return new Burst(rate, values);
    }

    private void strike(double[] values, double rate, double shaft, BearingPart part, double blow) {
        double period = 1 / (design.bearing().order(part) * shaft * (1 - SLIP));
        double sideband = design.bearing().sideband(part) * shaft;
        double natural = Math.PI * rate * RESONANCE;
        double end = values.length / rate;
        for (double time = period * random.nextDouble(); time < end; time += period * (1 + SCATTER * random.nextGaussian())) {
            double size = blow * (sideband == 0 ? 1 : 0.5 + 0.5 * Math.cos(2 * Math.PI * sideband * time));
            for (int i = (int) Math.ceil(time * rate); i < values.length; i++) {
                double since = i / rate - time;
                double fade = Math.exp(-DAMPING * natural * since);
                if (fade < 1e-3) {
                    break;
                }
                values[i] += size * fade * Math.sin(natural * since);
            }
        }
    }
}
