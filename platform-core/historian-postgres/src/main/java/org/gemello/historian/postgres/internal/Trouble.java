package org.gemello.historian.postgres.internal;

import java.sql.SQLException;

/** What is wrong with the database, in words that help; by SQLSTATE (PostgreSQL manual, appendix A). Never holds a password. */
final class Trouble {
    private Trouble() {
    }

    /** For people: what is wrong and what helps. */
    static String text(Throwable failure, PostgresSettings settings) {
        if (!(failure instanceof SQLException e)) {
            return "the history cannot be stored: " + failure;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String said = " (" + state + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")";
        String where = settings.url();
        return switch (state) {
            case "28P01", "28000" -> "user " + settings.user() + " is refused by " + where + "; check " + PostgresSettings.PREFIX
                    + "user, its password file and the server's pg_hba.conf" + said;
            case "3D000" -> "there is no such database: " + where + "; create it, owned by " + settings.user() + said;
            case "42501" -> "user " + settings.user() + " lacks a permission; it must own the schema " + settings.schema()
                    + " and all in it" + said;
            case "53100" -> "the disk of the server is full: free space or shorten the retention; nothing is lost while the log has room" + said;
            case "53300" -> "the server has no connection left; raise its max_connections" + said;
            case "57P01", "57P02", "57P03" -> where + " is shutting down or starting" + said;
            case "57014", "55P03" -> "the server was too slow or something holds a lock" + said;
            case "25006" -> where + " is a standby that takes no writes; name the primary" + said;
            default -> state.startsWith("08") ? where + " cannot be reached; the log keeps everything until it can" + said
                    : "the history cannot be stored" + said;
        };
    }
}
