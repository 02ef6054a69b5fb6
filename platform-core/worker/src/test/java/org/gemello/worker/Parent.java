package org.gemello.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.gemello.worker.pack.TroubleType;

/** A platform for {@link ParentDeathTest}: starts a worker, prints the number of its process, and keeps it busy for ever. */
final class Parent {
    private Parent() {
    }

    public static void main(String[] arguments) throws IOException {
        WorkerFixture fixture = new WorkerFixture(Path.of(arguments[0]), WorkerFixture.LIMITS.withCall(Duration.ofHours(1)),
                TroubleType.class);
        System.out.println("process " + fixture.worker().status().process());
        WorkerFixture.twin(fixture.type()).command("hang");
    }
}
