package org.gemello.connector.opcua.internal.browse;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable.Proposal;

/** The text of a proposed binding file. What the server says is a stranger's text: it stays within its comment or its quotes. */
final class ProposalText {
    /** A binding file may have 1 MB. */
    private static final int LONGEST = 900_000;
    private static final int LONGEST_COMMENT = 120;
    private static final int PRINTABLE = 0x20;
    private final String head;
    private final List<String> notes;
    private final StringBuilder about = new StringBuilder();
    private final StringBuilder points = new StringBuilder();
    private int proposed;
    private int dropped;

    ProposalText(String connection, String node, TwinId twin, List<String> notes) {
        this.notes = notes;
        head = "# Proposed from what the server has below " + comment(node) + "; read it, and put right what is not.\n"
                + "connection: " + connection + "\nbindings:\n  - twin: " + quoted(twin.value()) + '\n';
    }

    /** What a thing says of itself, {@code name = value}. */
    void identification(String thing, List<String> said) {
        String whose = thing.isEmpty() ? "identification" : "identification of " + comment(thing);
        notes.add(whose + ": " + String.join(", ", said));
        about.append("    # ").append(whose).append(":\n");
        said.forEach(one -> about.append("    #   ").append(one).append('\n'));
    }

    void point(String name, String node, String unit, Variable of) {
        if (points.length() + about.length() > LONGEST) {
            dropped++;
            return;
        }
        List<String> remarks = new ArrayList<>(List.of(comment(of.type())));
        if (of.range() != null) {
            remarks.add(of.range().getLow() + " to " + of.range().getHigh());
        }
        if (of.description() != null && !of.description().isBlank()) {
            remarks.add(comment(of.description()));
        }
        points.append("      # ").append(String.join("; ", remarks)).append('\n');
        // a property seldom changes: it is there to be taken, not taken
        points.append(of.found().property() ? "      # a property: - " : "      - ").append("{point: ").append(name).append(", node: ")
                .append(quoted(node)).append(", unit: ").append(quoted(unit)).append('}')
                .append(of.writable() ? "  # can be written: add 'write: true' where commands shall\n" : "\n");
        proposed += of.found().property() ? 0 : 1;
    }

    Proposal proposal() {
        if (dropped > 0) {
            notes.add(dropped + " more points do not fit into one file; propose them from nodes further down");
        }
        if (proposed == 0) {
            notes.add("there is nothing that can be bound as it is; the file has comments only");
            return new Proposal((head + about + "    points:\n" + points).replaceAll("(?m)^(?!#|$)", "# "), notes);
        }
        return new Proposal(head + about + "    points:\n" + points, notes);
    }

    /** On one line, not too long, nothing that is not to be seen. */
    static String comment(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\\x{FEFF}]+", " ").strip();
        return plain.length() > LONGEST_COMMENT ? plain.substring(0, LONGEST_COMMENT) + "..." : plain;
    }

    /** A YAML scalar in double quotes (YAML 1.2, 7.3.1). */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < PRINTABLE || c > '~') {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
