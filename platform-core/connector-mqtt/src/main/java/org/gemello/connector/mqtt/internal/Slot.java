package org.gemello.connector.mqtt.internal;

/** What stood at one place of the payload at hand. Used again for every payload. */
abstract class Slot {

    /** What kind of thing it is. */
    enum Content { ABSENT, NULL, NUMBER, BOOLEAN, TEXT, STRUCTURE }

    Content content = Content.ABSENT;
    double number;
    boolean flag;
    String text;

    void clear() {
        content = Content.ABSENT;
        text = null;
    }

    /** Why the object or array that is here is no value. */
    String refused() {
        return "is an object or array, not a value";
    }

    /** The place, for messages. */
    abstract String where();
}
