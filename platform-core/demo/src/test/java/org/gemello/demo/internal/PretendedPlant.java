package org.gemello.demo.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The program of a plant in the tests: listens on its port until its standard input ends; or is broken, or is never ready. */
final class PretendedPlant {
    private PretendedPlant() {
    }

    public static void main(String[] args) throws IOException {
        if (args[0].equals("broken")) {
            System.err.println("no wind today");
            System.exit(3);
        }
        if (args[0].equals("slow")) {
            System.out.println("wind is awaited");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
            return;
        }
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 1, InetAddress.getLoopbackAddress())) {
            System.out.println("plant ready on " + server.getLocalPort());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
