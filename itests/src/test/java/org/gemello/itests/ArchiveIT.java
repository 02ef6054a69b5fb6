package org.gemello.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What starts the assembled archive as its users do, one platform after the other. */
@RunWith(Suite.class)
@Suite.SuiteClasses({LauncherIT.class, RestartIT.class, BackupIT.class, PostgresIT.class, LivePackIT.class, ConsoleIT.class})
public class ArchiveIT {
}
