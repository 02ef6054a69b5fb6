package org.gemello.energy.fatigue;

/** A component whose life is counted, with the prefix of its points. The order is part of the state's format: add at the end. */
public enum Component {
    /** Moment at the root of blade 1, about the chord. */
    BLADE_FLAPWISE("WROT.Flap", true),
    /** Moment at the root of blade 1, in the direction of the chord. */
    BLADE_EDGEWISE("WROT.Edge", true),
    /** Torque of the shaft between rotor and gearbox. */
    MAIN_SHAFT("WTRM.Shf", true),
    /** Torque of the gears: each turn of the rotor's shaft is a cycle (load revolutions, IEC 61400-4). */
    GEARBOX("WTRM.Gbx", false),
    /** Torque as the load of the high-speed shaft's roller bearing: each turn of the rotor's shaft is a cycle. */
    GEARBOX_BEARING("WTRM.Brg", false),
    /** Fore-aft moment at the foot of the tower. */
    TOWER_BASE("WTOW.Base", true);

    private final String prefix;
    private final boolean swings;

    Component(String prefix, boolean swings) {
        this.prefix = prefix;
        this.swings = swings;
    }

    /** First part of the names of its points. */
    public String prefix() {
        return prefix;
    }

    /** True where cycles are the swings of the load, counted by rainflow; false where they are turns under load. */
    public boolean swings() {
        return swings;
    }
}
