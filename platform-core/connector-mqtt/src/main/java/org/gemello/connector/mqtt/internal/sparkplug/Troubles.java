package org.gemello.connector.mqtt.internal.sparkplug;

/** What is wrong in one payload: the first few by name, the rest by number, so that a hostile one does not fill the store. */
final class Troubles {
    private static final int NAMED = 8;
    private final StringBuilder text = new StringBuilder();
    private int count;

    void add(String trouble) {
        if (count++ < NAMED) {
            text.append(text.isEmpty() ? "" : "; ").append(trouble);
        }
    }

    /** Empty where there are none. */
    @Override
    public String toString() {
        return count > NAMED ? text + "; and " + (count - NAMED) + " more" : text.toString();
    }
}
