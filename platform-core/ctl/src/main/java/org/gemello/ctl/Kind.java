package org.gemello.ctl;

import java.util.Locale;

/** What can be looked at. */
enum Kind {
    TWINS("/twins", Columns.of("ID=/id", "NAME=/name", "TYPE=/type", "STATUS=/status", "REASON=/reason")),
    PROPOSALS("/proposals", Columns.of("ID=/id", "TWIN=/twin", "TITLE=/title", "STATE=/state", "GAIN=/gain/expected", "UNIT=/gain/unit")),
    COMMANDS("/commands", Columns.of("ID=/id", "TWIN=/twin", "COMMAND=/name", "STATE=/state", "CALLER=/caller", "ISSUED=/issued", "REASON=/reason")),
    CONNECTIONS("/connections", Columns.of("NAME=/name", "KIND=/kind", "STATE=/state", "POINTS=/points", "LAST DATA=/lastData", "REASON=/reason")),
    PACKS("/packs", Columns.of("ID=/id", "VERSION=/version", "STATE=/state", "PUBLISHER=/publisher", "REASON=/reason")),
    STAGED_PACKS("/staged-packs", Columns.of("HANDLE=/handle", "ID=/id", "VERSION=/version", "PUBLISHER=/publisher")),
    PUBLISHERS("/publishers", Columns.of("NAME=/name", "KEY=/key", "REVOKED=/revoked", "BUILT IN=/builtIn")),
    JOBS("/jobs", Columns.of("ID=/id", "KIND=/kind", "STATE=/state", "PROGRESS=/progress", "TITLE=/title", "MESSAGE=/message")),
    BACKUPS("/backups", Columns.of("NAME=/name", "TIME=/time", "BYTES=/bytes", "ENCRYPTED=/encrypted")),
    DEAD_LETTERS("/dead-letters", Columns.of("NUMBER=/number", "TIME=/time", "CONNECTION=/connection", "SOURCE=/source", "CAUSE=/cause")),
    ALARMS("/alarms", Columns.of("SOURCE=/source", "NAME=/name", "SEVERITY=/severity", "STATE=/state", "SINCE=/since", "UNTIL=/aside/until", "MESSAGE=/message")),
    MODELS("/models", Columns.of("TYPE=/type", "TITLE=/model/title", "SCHEMA=/model/schema")),
    RELATIONS("/twins/{twin}/relations", Columns.of("RELATION=/relation", "TWIN=/twin", "ROLE=/role")),
    BINDINGS("/connections/{connection}/bindings", Columns.of("CONNECTION=/connection", "TWIN=/twin", "BINDINGS=/bindings")),
    PACK_BINDINGS("/pack-bindings", Columns.of("CONNECTION=/connection", "TWIN=/twin", "PACK=/pack", "VERSION=/version", "FILE=/path", "OVERRIDDEN=/overridden")),
    SITE("/site/documents", Columns.of("KIND=/kind", "NAME=/name", "PLACE=/place", "REVISION=/revision")),
    POLICIES("/policies", Columns.of("ID=/id", "EFFECT=/effect", "ACTIONS=/actions", "TWINS=/twins", "POINTS=/points", "COMMANDS=/commands", "SUBJECTS=/subjects")),
    ANNOTATIONS("/twins/{twin}/annotations", Columns.of("ID=/id", "POINT=/point", "FROM=/from", "TO=/to", "AUTHOR=/author", "TEXT=/text")),
    EXPORTS("/exports", Columns.of("NAME=/name", "TIME=/time")),
    PACK_OPERATIONS("/pack-operations", Columns.of("ID=/id", "ACTION=/action", "PACK=/pack", "FROM=/from", "TO=/to", "OUTCOME=/outcome", "STARTED=/started", "MESSAGE=/message")),
    CERTIFICATES("/certificates", Columns.of("THUMBPRINT=/thumbprint", "STANDING=/standing", "SUBJECT=/subject", "UNTIL=/notAfter")),
    USERS("/users", Columns.of("NAME=/name", "ROLES=/roles", "SECOND FACTOR=/secondFactor")),
    KEYS("/keys", Columns.of("ID=/id", "NAME=/name", "ROLE=/role", "CREATOR=/creator", "EXPIRES=/expires")),
    LOG_GROUPS("/log/groups", Columns.of("NAME=/name", "POSITION=/position", "LAG=/lag", "BYTES=/lagBytes", "ACTIVE=/active")),
    HEALTH("/health/ready", Columns.of("PART=/part", "READY=/ready", "LIVE=/live", "TEXT=/text"));

    private final String path;
    private final Columns columns;

    Kind(String path, Columns columns) {
        this.path = path;
        this.columns = columns;
    }

    String path() {
        return path;
    }

    Columns columns() {
        return columns;
    }

    /** As it is typed: {@code staged-packs}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
