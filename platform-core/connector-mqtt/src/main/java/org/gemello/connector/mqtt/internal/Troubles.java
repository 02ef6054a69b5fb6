package org.gemello.connector.mqtt.internal;

import java.util.StringJoiner;

/** What went wrong in a payload with several parts: bindings, records or lines. Where all of them are refused, so is the payload. */
final class Troubles {
    private static final int SHOWN = 5;
    private final StringJoiner shown = new StringJoiner("; ");
    private int parts;
    private int refused;
    private int troubles;

    /** Reads a part. */
    interface Part {
        /** @return what could not be read though the rest could, empty where all could */
        String read() throws Refusal;
    }

    /** @param place put before what is wrong, may be empty */
    void note(String place, Part part) {
        parts++;
        String trouble;
        try {
            trouble = part.read();
        } catch (Refusal refusal) {
            refused++;
            trouble = refusal.getMessage();
        }
        if (!trouble.isEmpty() && troubles++ < SHOWN) {
            shown.add(place.isEmpty() ? trouble : place + ": " + trouble);
        }
    }

    /**
     * @return all of it, empty where nothing went wrong
     * @throws Refusal where every part was refused
     */
    String text() throws Refusal {
        String text = shown + (troubles > SHOWN ? "; and " + (troubles - SHOWN) + " more" : "");
        if (refused > 0 && refused == parts) {
            throw new Refusal(text);
        }
        return text;
    }
}
