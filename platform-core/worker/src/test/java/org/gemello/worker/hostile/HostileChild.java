package org.gemello.worker.hostile;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gemello.worker.internal.frame.FrameChannel;
import org.gemello.worker.internal.frame.FrameWriter;
import org.gemello.worker.internal.frame.Hello;

/** A child that begins well and then lies; how, stands in the file that takes the place of the bundle. */
public final class HostileChild {
    private HostileChild() {
    }

    public static void main(String[] arguments) throws IOException {
        byte[] token = System.in.readNBytes(Hello.TOKEN);
        String how = Files.readString(Path.of(arguments[3]));
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]))) {
            FrameChannel frames = new FrameChannel(channel, 1 << 20);
            if (how.equals("wrong-secret")) {
                token[0]++;
            }
            frames.send(Hello.write(token, new FrameWriter(1 << 20)));
            frames.receive(); // the parent wants to know the types
            lie(how, channel);
            channel.read(ByteBuffer.allocate(1)); // the parent ends it
        }
    }

    private static void lie(String how, SocketChannel channel) throws IOException {
        switch (how) {
            case "text" -> channel.write(ByteBuffer.wrap("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            case "negative-length" -> channel.write(ByteBuffer.allocate(4).putInt(-1).flip());
            case "more-than-one" -> channel.write(ByteBuffer.allocate(20));
            case "cut" -> {
                channel.write(ByteBuffer.allocate(100).putInt(0, 1000));
                channel.shutdownOutput();
            }
            case "many-types" -> channel.write(ByteBuffer.allocate(9).putInt(5).put((byte) 0).putInt(Integer.MAX_VALUE).flip());
            case "random" -> {
                byte[] noise = new byte[4096];
                new Random(7).nextBytes(noise);
                channel.write(ByteBuffer.wrap(noise).putInt(0, noise.length - 4).put(4, (byte) 0));
            }
            default -> throw new IllegalArgumentException(how);
        }
    }
}
