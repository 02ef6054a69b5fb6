package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.gemello.testkit.node.NodePackage;

/** node-opcua, an OPC UA stack of another make in another language: see {@code src/test/node}. */
final class ForeignPeer {

    private ForeignPeer() {
    }

    static NodePackage orSkip() throws IOException, InterruptedException {
        return NodePackage.orSkip("OPC UA with a server and a client of another make", Path.of("src/test/node"),
                Path.of("target/opcua-peer"));
    }
}
