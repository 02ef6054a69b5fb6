package org.gemello.energy.turbine.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;

/** Where the files of a turbine type lie. They are not trusted: size and place are checked. */
interface TypeFiles {
    int MOST_BYTES = 4 << 20;

    /** Place of a file for messages. */
    String place(String name);

    /** @throws IOException where there is no such file */
    InputStream open(String name) throws IOException;

    /** @throws IOException where the file cannot be read, is too large or is not text in UTF-8; the message names it */
    default String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(place(name) + ": larger than " + (MOST_BYTES >> 20)
                        + " MB; a turbine's tables need a small part of it");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException(place(name) + ": not text in UTF-8; save it as UTF-8", e);
        }
    }

    /** Texts in memory, and beside them the tables of the shipped types. */
    static TypeFiles texts(String where, Map<String, String> texts) {
        return new TypeFiles() {
            @Override
            public String place(String name) {
                return where + " '" + name + "'";
            }

            @Override
            public InputStream open(String name) throws IOException {
                String text = texts.get(name);
                if (text != null) {
                    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                }
                String[] words = name.split("/", 2);
                if (words.length == 2 && TurbineTypes.names().contains(words[0])) {
                    return shipped(words[0]).open(words[1]);
                }
                throw new IOException(place(name) + ": not there; given are " + new TreeSet<>(texts.keySet()) + ", and the tables of "
                        + TurbineTypes.names() + ", such as '" + TurbineTypes.names().get(0) + "/polars.csv'");
            }
        };
    }

    /** Files in this bundle. */
    static TypeFiles shipped(String type) {
        return new TypeFiles() {
            @Override
            public String place(String name) {
                return type + '/' + name;
            }

            @Override
            public InputStream open(String name) throws IOException {
                InputStream in = TypeFiles.class.getResourceAsStream(type + '/' + name);
                if (in == null) {
                    throw new IOException(place(name) + ": not in the bundle");
                }
                return in;
            }
        };
    }
}
