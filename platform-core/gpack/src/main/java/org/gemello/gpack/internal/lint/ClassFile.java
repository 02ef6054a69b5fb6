package org.gemello.gpack.internal.lint;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gemello.api.pack.PackRefusedException;

/**
 * What a class refers to, read from its constant pool (Java Virtual Machine Specification, 4.4). Code is not looked at, and nothing is
 * loaded.
 *
 * @param name       such as {@code com.acme.Pump}
 * @param classes    names of all classes referred to
 * @param methods    all methods referred to
 * @param hasNatives true where it declares a native method
 */
public record ClassFile(String name, Set<String> classes, Set<Method> methods, boolean hasNatives) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int NATIVE = 0x0100;

    /** A method by the class on which it is called, its name and its descriptor. */
    public record Method(String owner, String name, String descriptor) {
        @Override
        public String toString() {
            return owner + "." + name;
        }
    }

    /** @throws PackRefusedException where the bytes are no class file */
    static ClassFile read(String place, byte[] bytes) throws PackRefusedException {
        try {
            return new Reader(new DataInputStream(new ByteArrayInputStream(bytes))).read();
        } catch (IOException | IndexOutOfBoundsException | NullPointerException | ClassCastException e) {
            // whatever a hostile class file leads to, it is the same answer
            throw new PackRefusedException(place + " is no class file; build the bundle again", e);
        }
    }

    /** Goes once through the bytes. */
    private static final class Reader {
        private final DataInputStream in;
        private String[] texts;
        private int[][] references;

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile read() throws IOException {
            if (in.readInt() != MAGIC) {
                throw new IOException("no class file");
            }
            in.readInt(); // version
            List<Integer> classes = new ArrayList<>();
            List<Integer> methods = new ArrayList<>();
            constants(classes, methods);
            in.readUnsignedShort(); // access
            String name = className(in.readUnsignedShort());
            in.readUnsignedShort(); // superclass, which is among the constants
            skip(2L * in.readUnsignedShort());
            members();
            boolean natives = members();
            Set<String> classNames = new LinkedHashSet<>();
            classes.forEach(each -> classNames.add(className(each)));
            Set<Method> methodNames = new LinkedHashSet<>();
            for (int each : methods) {
                int[] nameAndType = references[references[each][1]];
                methodNames.add(new Method(className(references[each][0]), text(nameAndType[0]), text(nameAndType[1])));
            }
            return new ClassFile(name, classNames, methodNames, natives);
        }

        private void constants(List<Integer> classes, List<Integer> methods) throws IOException {
            int count = in.readUnsignedShort();
            texts = new String[count];
            references = new int[count][];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 3, 4 -> skip(4);
                    case 5, 6 -> {
                        skip(8);
                        i++; // takes two places
                    }
                    case 7 -> {
                        references[i] = new int[] {in.readUnsignedShort()};
                        classes.add(i);
                    }
                    case 8, 16, 19, 20 -> skip(2);
                    case 9, 12, 17, 18 -> references[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
                    case 10, 11 -> {
                        references[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
                        methods.add(i);
                    }
                    case 15 -> skip(3);
                    default -> throw new IOException("constant of kind " + tag);
                }
            }
        }

        /** Fields or methods; true where one of them is native. */
        private boolean members() throws IOException {
            boolean natives = false;
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                natives |= (in.readUnsignedShort() & NATIVE) != 0;
                skip(4);
                int attributes = in.readUnsignedShort();
                for (int a = 0; a < attributes; a++) {
                    in.readUnsignedShort();
                    skip(in.readInt() & 0xFFFFFFFFL);
                }
            }
            return natives;
        }

        private String className(int index) {
            return text(references[index][0]).replace('/', '.');
        }

        private String text(int index) {
            return texts[index].toString(); // a place that holds no text is a damaged class file
        }

        private void skip(long bytes) throws IOException {
            in.skipNBytes(bytes);
        }
    }
}
