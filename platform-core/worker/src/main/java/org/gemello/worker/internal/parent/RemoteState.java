package org.gemello.worker.internal.parent;

/** Stands for a state that a child holds. */
final class RemoteState {
    private final ChildProcess child;
    private final long number;

    RemoteState(ChildProcess child) {
        this.child = child;
        this.number = child.handles().number();
        child.handles().watch(this, number);
    }

    ChildProcess child() {
        return child;
    }

    long number() {
        return number;
    }
}
