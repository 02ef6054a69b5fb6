package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final String schema = SharedServer.freshSchema();

    private void migrate() throws SQLException {
        try (Connection connection = new Database(SharedServer.settings(schema)).connect()) {
            new Migrations(connection, schema).run();
        }
    }

    @Test
    void eachRunsOnce() throws Exception {
        migrate();
        String applied = SharedServer.ask(schema, "SELECT string_agg(name || applied, ',' ORDER BY number) FROM migrations");
        migrate();
        assertThat(SharedServer.ask(schema, "SELECT string_agg(name || applied, ',' ORDER BY number) FROM migrations")).isEqualTo(applied)
                .contains("001-history.sql", "002-sums.sql");
    }

    @Test
    void aSchemaOfANewerPlatformIsLeftAlone() throws Exception {
        migrate();
        SharedServer.execute(schema, "INSERT INTO migrations (number, name) VALUES (99, 'from the future')");
        assertThatThrownBy(this::migrate).isInstanceOf(SQLException.class).hasMessageContaining("version 99").hasMessageContaining("newer");
    }

    @Test
    void whatFailsLeavesNothingBehind() throws Exception {
        SharedServer.execute("public", "CREATE SCHEMA " + schema, "CREATE TABLE " + schema + ".gaps (in_the_way integer)");
        assertThatThrownBy(this::migrate).isInstanceOf(SQLException.class).hasMessageContaining("gaps");
        assertThat(SharedServer.ask("public", "SELECT count(*) FROM pg_tables WHERE schemaname = '" + schema + "'")).isEqualTo("1");
    }
}
