package org.gemello.energy.turbine;

/**
 * Rotor and generator as two masses with a spring and a damper between them, stepped by the semi-implicit Euler method, which keeps the
 * energy of the swing; or as one mass. All on the rotor's side.
 */
final class Shaft {
    /** Longest inner step in s; the stiffest shaft shipped swings with 2 Hz. */
    private static final double STEP = 0.02;
    private final DriveTrain train;
    private double rotorSpeed;
    private double generatorSpeed;
    private double twist;
    private double torque;

    Shaft(DriveTrain train, double speed) {
        this.train = train;
        rotorSpeed = speed;
        generatorSpeed = speed;
    }

    /** Twists the shaft as this torque (N m) does in steady turn. */
    void load(double steady) {
        torque = steady;
        twist = train.isRigid() ? 0 : steady / train.stiffness();
    }

    /** Torque of the air and of the generator in N m. */
    void advance(double driving, double braking, double step) {
        if (train.isRigid()) {
            rotorSpeed = Math.max(rotorSpeed + (driving - braking) / train.inertia() * step, 0);
            generatorSpeed = rotorSpeed;
            torque = braking;
            return;
        }
        int parts = (int) Math.ceil(step / STEP - 1e-9);
        double part = step / parts;
        for (int i = 0; i < parts; i++) {
            torque = train.stiffness() * twist + train.damping() * (rotorSpeed - generatorSpeed);
            rotorSpeed = Math.max(rotorSpeed + (driving - torque) / train.rotorInertia() * part, 0);
            generatorSpeed = Math.max(generatorSpeed + (torque - braking) / train.generatorInertia() * part, 0);
            twist += (rotorSpeed - generatorSpeed) * part;
        }
    }

    /** Torque between the masses in N m. */
    double torque() {
        return torque;
    }

    double rotorSpeed() {
        return rotorSpeed;
    }

    double generatorSpeed() {
        return generatorSpeed;
    }
}
