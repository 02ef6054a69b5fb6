package org.gemello.gpack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, so that a test can lie in any field. */
final class RawZip {
    private final List<Entry> entries = new ArrayList<>();

    /** All fields of an entry; what the local header says can differ. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        int flags = 1 << 11;
        int method = 8;
        int madeBy = 3 << 8 | 20;
        int mode = 0100644;
        long crc;
        byte[] data;
        long claimed;
        byte[] extra = new byte[0];
        byte[] behind = new byte[0];
        int place = -1;
    }

    RawZip add(String name, byte[] content) {
        return add(name, content, entry -> { });
    }

    RawZip add(String name, byte[] content, Consumer<Entry> lie) {
        Entry entry = new Entry();
        entry.name = name.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.crc = crc.getValue();
        entry.claimed = content.length;
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            compressed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        entry.data = compressed.toByteArray();
        lie.accept(entry);
        entries.add(entry);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            int place = entry.place >= 0 ? entry.place : out.size();
            if (entry.place < 0) {
                byte[] name = entry.localName == null ? entry.name : entry.localName;
                out.writeBytes(buffer(30).putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags)
                        .putShort((short) entry.method)
                        .putInt(0x00210000).putInt((int) entry.crc).putInt(entry.data.length).putInt((int) entry.claimed)
                        .putShort((short) name.length).putShort((short) entry.extra.length).array());
                out.writeBytes(name);
                out.writeBytes(entry.extra);
                out.writeBytes(entry.data);
                out.writeBytes(entry.behind);
            }
            directory.writeBytes(buffer(46).putInt(0x02014b50).putShort((short) entry.madeBy).putShort((short) 20)
                    .putShort((short) entry.flags)
                    .putShort((short) entry.method).putInt(0x00210000).putInt((int) entry.crc).putInt(entry.data.length)
                    .putInt((int) entry.claimed)
                    .putShort((short) entry.name.length).putShort((short) entry.extra.length).putShort((short) 0).putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(entry.mode << 16).putInt(place).array());
            directory.writeBytes(entry.name);
            directory.writeBytes(entry.extra);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(buffer(22).putInt(0x06054b50).putInt(0).putShort((short) entries.size()).putShort((short) entries.size())
                .putInt(directory.size()).putInt(start).putShort((short) 0).array());
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
