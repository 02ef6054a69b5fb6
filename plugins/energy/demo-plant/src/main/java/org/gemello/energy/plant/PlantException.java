package org.gemello.energy.plant;

/** The plant cannot start; the message says why and what to do. */
final class PlantException extends Exception {
    private static final long serialVersionUID = 1L;

    PlantException(String message) {
        super(message);
    }

    PlantException(String message, Throwable cause) {
        super(message, cause);
    }
}
