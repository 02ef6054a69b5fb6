package org.gemello.energy.plant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks whether a port can be had before a server tries, because neither server says so clearly. */
final class Ports {
    private Ports() {
    }

    static void requireFree(String host, int port, String what, String option) throws PlantException {
        try {
            new ServerSocket(port, 1, InetAddress.getByName(host)).close();
        } catch (IOException e) {
            throw new PlantException("cannot open " + host + ":" + port + " for the " + what + " (" + e.getMessage()
                    + "); stop what uses it, or choose another port with " + option, e);
        }
    }
}
