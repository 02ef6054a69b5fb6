package org.gemello.binding.internal;

import org.gemello.binding.Place;

/** What was read, with the place where it is named. */
record Placed<T>(T value, Place place) {
}
