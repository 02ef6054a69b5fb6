package org.gemello.energy.vibration;

/** Parts of a rolling bearing, with the usual name of their fault frequency. */
public enum BearingPart {
    OUTER_RACE("outer race", "Bpfo"), INNER_RACE("inner race", "Bpfi"), ROLLING_ELEMENT("rolling element", "Bsf"), CAGE("cage", "Ftf");

    private final String title;
    private final String code;

    BearingPart(String title, String code) {
        this.title = title;
        this.code = code;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Name of its frequency: ball pass frequency of outer and inner race, ball spin, fundamental train. */
    public String code() {
        return code;
    }
}
