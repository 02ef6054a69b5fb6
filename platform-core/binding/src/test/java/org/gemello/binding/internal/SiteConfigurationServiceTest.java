package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteDifference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteConfigurationServiceTest {
    @TempDir
    Path folder;

    private void twins(String text) throws IOException {
        Files.createDirectories(folder.resolve("twins"));
        Files.writeString(folder.resolve("twins/t.yaml"), text);
    }

    @Test
    void isWellWhereAllIsRight() throws IOException {
        twins("twins: [{id: a, type: a/b}]");
        SiteConfigurationService service = new SiteConfigurationService(folder, difference -> { }, Map::of);
        assertThat(service.health()).isEqualTo(Health.well("configuration", "0 connections, 1 twins, 0 points"));
        assertThat(service.twins()).hasSize(1);
    }

    @Test
    void staysReadyAndNamesTheProblemsWhereAPartIsWrong() throws IOException {
        twins("twins: [{id: a, type: a/b}]");
        Files.writeString(folder.resolve("twins/wrong.yaml"), "twins: [{id: b}]");
        assertThat(new SiteConfigurationService(folder, difference -> { }, Map::of).health()).isEqualTo(new Health("configuration", true, true,
                "0 connections, 1 twins, 0 points; 1 problems, their files are left out:\n"
                + "twins/wrong.yaml:1:9: 'type' is missing; add it"));
    }

    @Test
    void isNotReadyWhereNothingCouldBeRead() throws IOException {
        twins("twins: [" + "{id: B}, ".repeat(30) + "]");
        Health health = new SiteConfigurationService(folder, difference -> { }, Map::of).health();
        assertThat(health.ready()).isFalse();
        assertThat(health.live()).isTrue();
        assertThat(health.text()).contains("60 problems").endsWith("and 40 more, see the platform's log");
    }

    @Test
    void answersAndHealthFollowWhatIsReadAgain() throws IOException {
        twins("twins: [{id: a, type: a/b}]");
        List<SiteDifference> told = new ArrayList<>();
        SiteConfigurationService service = new SiteConfigurationService(folder, told::add, Map::of);
        SiteConfiguration before = service.now();
        twins("twins: [{id: a, type: a/b}, {id: b, type: a/b}]");
        Files.writeString(folder.resolve("twins/wrong.yaml"), "twins: [{id: c}]");
        assertThat(service.twins()).hasSize(1);
        assertThat(service.reload().effects()).containsExactly("twin b comes, of type a/b");
        assertThat(service.twins()).hasSize(2);
        assertThat(before.twins()).as("a state of the site never changes").hasSize(1);
        assertThat(service.health().text()).startsWith("0 connections, 2 twins, 0 points; 1 problems");
        assertThat(told).hasSize(1);
        Files.delete(folder.resolve("twins/wrong.yaml"));
        service.reload();
        assertThat(service.health()).isEqualTo(Health.well("configuration", "0 connections, 2 twins, 0 points"));
        assertThat(told).as("nothing has changed for anybody").hasSize(1);
    }

    @Test
    void anEmptyFolderIsWell() {
        assertThat(new SiteConfigurationService(folder, difference -> { }, Map::of).health().ready()).isTrue();
    }
}
