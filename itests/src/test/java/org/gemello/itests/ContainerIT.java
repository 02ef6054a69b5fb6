package org.gemello.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What runs inside the container. All classes are known before the first one runs, so that they share one boot. */
@RunWith(Suite.class)
@Suite.SuiteClasses({PlatformIT.class, PeopleIT.class, DataPathIT.class, InputsIT.class, HistoryIT.class, CommandIT.class, SwapIT.class})
public class ContainerIT {
}
