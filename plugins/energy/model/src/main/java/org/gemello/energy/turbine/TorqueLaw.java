package org.gemello.energy.turbine;

/**
 * Generator torque over generator speed, after the baseline controller of the NREL 5-MW turbine (NREL/TP-500-38060, section 7.1):
 * none below cut-in, a ramp (region 1 1/2), optimal torque proportional to the square of the speed (2), a steep ramp (2 1/2), and
 * constant power (3). Speeds are those of the generator in rad/s.
 *
 * @param cutInSpeed   below this no torque
 * @param optimalSpeed where the optimal torque begins
 * @param optimalGain  torque by speed squared there, in N m/(rad/s)^2
 * @param ratedSpeed   where constant power begins
 * @param slip         slip of the induction generator that region 2 1/2 stands for, as a share
 * @param ratedPower   mechanical, in W
 * @param maxTorque    in N m
 * @param maxRate      fastest change of torque in N m/s
 */
public record TorqueLaw(double cutInSpeed, double optimalSpeed, double optimalGain, double ratedSpeed, double slip, double ratedPower,
                        double maxTorque, double maxRate) {

    /** The same law with the optimal gain multiplied. */
    public TorqueLaw withGain(double factor) {
        return new TorqueLaw(cutInSpeed, optimalSpeed, factor * optimalGain, ratedSpeed, slip, ratedPower, maxTorque, maxRate);
    }

    /**
     * @param speed      generator speed in rad/s
     * @param power      power not to be exceeded in W, mechanical
     * @param powerFirst true while the blades are pitched: power is held even where the speed falls under the rated one
     * @return torque on the high-speed shaft in N m
     */
    public double torque(double speed, double power, boolean powerFirst) {
        if (speed <= cutInSpeed) {
            return 0;
        }
        double constantPower = power / speed;
        double wanted = powerFirst || speed >= ratedSpeed ? constantPower : Math.min(partLoad(speed), constantPower);
        return Math.min(wanted, maxTorque);
    }

    private double partLoad(double speed) {
        if (speed < optimalSpeed) {
            return optimalGain * optimalSpeed * optimalSpeed * (speed - cutInSpeed) / (optimalSpeed - cutInSpeed);
        }
        double synchronous = ratedSpeed / (1 + slip);
        double steep = ratedPower / ratedSpeed / (ratedSpeed - synchronous) * (speed - synchronous);
        double optimal = optimalGain * speed * speed;
        return speed > synchronous && steep > optimal ? steep : optimal;
    }
}
