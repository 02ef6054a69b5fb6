package org.gemello.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** All classes are known before the first one runs, so that those in the container share one boot. */
@RunWith(Suite.class)
@Suite.SuiteClasses({PlatformIT.class, PeopleIT.class, DataPathIT.class, InputsIT.class, HistoryIT.class, CommandIT.class, SwapIT.class,
    LauncherIT.class, RestartIT.class, BackupIT.class, PostgresIT.class, LivePackIT.class, ConsoleIT.class, PackSwapIT.class})
public class AllIT {
}
