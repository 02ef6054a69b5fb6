package org.gemello.ctl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** How documents are printed. */
enum Format {
    /** Columns for people. */
    TABLE {
        @Override
        void print(JsonNode documents, Columns columns, PrintWriter out) {
            List<List<String>> rows = new ArrayList<>(List.of(columns.names()));
            (documents.isArray() ? documents : List.of(documents)).forEach(document -> rows.add(columns.cells(document)));
            int[] widths = new int[columns.names().size()];
            rows.forEach(row -> {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], row.get(i).length());
                }
            });
            for (List<String> row : rows) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < widths.length; i++) {
                    line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
                }
                out.println(line.toString().stripTrailing());
            }
        }
    },
    /** As the platform says it. */
    JSON {
        @Override
        void print(JsonNode documents, Columns columns, PrintWriter out) throws JsonProcessingException {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(documents));
        }
    },
    /** The same as YAML. */
    YAML {
        @Override
        void print(JsonNode documents, Columns columns, PrintWriter out) throws JsonProcessingException {
            Object plain = new ObjectMapper().treeToValue(documents, Object.class);
            out.print(new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build()).dumpToString(plain));
        }
    };

    abstract void print(JsonNode documents, Columns columns, PrintWriter out) throws JsonProcessingException;
}
