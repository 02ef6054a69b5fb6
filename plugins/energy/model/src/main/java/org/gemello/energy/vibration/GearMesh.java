package org.gemello.energy.vibration;

/**
 * Two gears that mesh.
 *
 * @param name  for people, such as "high-speed stage"
 * @param teeth of the gear on the shaft whose speed is known
 */
public record GearMesh(String name, int teeth) {
    public GearMesh {
        if (teeth < 5 || teeth > 1000) {
            throw new IllegalArgumentException(name + ": a gear of " + teeth + " teeth, it must have 5 to 1000");
        }
    }

    /** Mesh frequency in Hz at a shaft's frequency. */
    public double frequency(double shaft) {
        return teeth * shaft;
    }
}
