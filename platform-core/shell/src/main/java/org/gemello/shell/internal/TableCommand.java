package org.gemello.shell.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.table.ShellTable;

/** A command that answers with tables. */
abstract class TableCommand implements Action {
    @Option(name = "--no-format", description = "Cells separated by tabs, without headings, for scripts")
    boolean noFormat;

    /** What to show, as of now. */
    abstract List<Table> tables(Instant now);

    @Override
    public Object execute() {
        print(tables(Instant.now()), System.out); // in a pipe the shell replaces System.out for this thread, and nothing else
        return null;
    }

    final void print(List<Table> tables, PrintStream out) {
        String between = "";
        for (Table table : tables) {
            if (noFormat) {
                table.rows().forEach(row -> out.println(String.join("\t", row)));
            } else {
                out.print(between);
                printFormatted(table, out);
                between = System.lineSeparator();
            }
        }
    }

    private static void printFormatted(Table table, PrintStream out) {
        ShellTable shell = new ShellTable();
        table.headings().forEach(shell::column);
        table.rows().forEach(row -> shell.addRow().addContent(row.toArray()));
        shell.print(out);
    }
}
