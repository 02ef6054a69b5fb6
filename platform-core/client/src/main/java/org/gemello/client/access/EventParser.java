package org.gemello.client.access;

/** Lines of an event stream to events. */
final class EventParser {
    private final StringBuilder data = new StringBuilder();
    private String id;
    private String name = "";

    /** @param id of the last event: one without its own keeps it */
    EventParser(String id) {
        this.id = id;
    }

    /** The event that this line ends, or null. */
    Event line(String line) {
        if (line.isEmpty()) {
            return end();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "event" -> name = value;
            case "id" -> id = value;
            default -> {
                // a comment keeps the connection alive; other fields are for later versions
            }
        }
        return null;
    }

    private Event end() {
        Event event = data.isEmpty() ? null : new Event(id, name.isEmpty() ? "message" : name, data.toString());
        data.setLength(0);
        name = "";
        return event;
    }
}
