package org.gemello.packs.internal;

import org.gemello.api.pack.PackOperation.Outcome;

/** How an operation ended, and why. */
record OperationEnd(Outcome outcome, String message) {
}
