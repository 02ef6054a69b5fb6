package org.gemello.log;

import java.io.IOException;
import java.util.List;

/** Something that goes wrong while a child writes its log. */
interface Fault {
    /** Nothing. */
    Fault NONE = new Fault() {
    };

    /** How to start a program under the fault. */
    default List<String> around(List<String> command) {
        return command;
    }

    /** Makes it go wrong, and well again; called once the child has had its first batch acknowledged. */
    default void strike() throws IOException, InterruptedException {
    }
}
