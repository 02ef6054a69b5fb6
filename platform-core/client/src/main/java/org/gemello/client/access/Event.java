package org.gemello.client.access;

/**
 * A change, as the platform tells it.
 *
 * @param id   place in the stream, to go on from; empty where the event has none
 * @param name kind of change, as the contract lists them
 * @param data JSON document
 */
public record Event(String id, String name, String data) {
}
