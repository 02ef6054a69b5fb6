package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView.Handling;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.twin.Severity;
import org.junit.jupiter.api.Test;

/** The service audits what is done; the commands say it once, as who typed them. */
class AlarmCommandsTest {
    private static final AlarmView SHELVED = new AlarmView(new TwinId("wt-01"), "overspeed", Severity.HIGH, "14 /min, at most 12 /min",
            Farm.NOW.minusSeconds(90), true, true, AlarmState.SHELVED,
            new Handling(AlarmAction.SHELVE, "olga", "works on it", Farm.NOW, Farm.NOW.plusSeconds(600)), null);
    private final List<List<Object>> calls = new ArrayList<>();

    private <T> T noting(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            List<Object> call = new ArrayList<>(List.of(method.getName()));
            call.addAll(Arrays.asList(arguments));
            calls.add(call);
            return answer;
        }));
    }

    private <T extends AlarmCommand> T typed(T command) {
        command.alarms = noting(Alarms.class, SHELVED);
        command.permits = new Typing().permits();
        command.source = "wt-01";
        command.alarm = "overspeed";
        command.reason = "works on it";
        return command;
    }

    @Test
    void whatIsDoneIsDoneByWhoTypedIt() {
        AlarmShelveCommand shelve = typed(new AlarmShelveCommand());
        shelve.minutes = 30;
        assertThat(shelve.act()).isEqualTo("wt-01 overspeed is SHELVED");
        for (AlarmCommand command : List.of(new AlarmAcknowledgeCommand(), new AlarmSuppressCommand(), new AlarmOutOfServiceCommand(), new AlarmRestoreCommand())) {
            typed(command).act();
        }
        assertThat(calls.get(0)).startsWith("shelve", new TwinId("wt-01"), "overspeed", Duration.ofMinutes(30), "works on it");
        assertThat(calls).extracting(call -> call.get(0)).containsExactly("shelve", "acknowledge", "suppress", "takeOutOfService", "restore");
        assertThat(calls).allSatisfy(call -> assertThat(call.get(call.size() - 1))
                .isInstanceOfSatisfying(Caller.class, caller -> assertThat(caller.name() + caller.may(Role.ADMINISTRATOR)).isEqualTo("olgatrue")));
    }

    @Test
    void anAlarmOfNoTwinsNameIsRefused() {
        AlarmAcknowledgeCommand command = typed(new AlarmAcknowledgeCommand());
        command.source = "WT 01";
        assertThatThrownBy(command::act).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theListSaysUntilWhenSomethingIsPutAside() {
        AlarmListCommand list = new AlarmListCommand();
        list.alarms = noting(Alarms.class, List.of(SHELVED));
        list.permits = new Typing().permits();
        list.source = "wt-01";
        list.aside = true;
        assertThat(list.tables(Farm.NOW).get(0).rows()).containsExactly(
                List.of("wt-01", "overspeed", "HIGH", "SHELVED", "90 s", "2026-03-01T12:10:00Z", "14 /min, at most 12 /min"));
        assertThat(calls.get(0).get(1)).isInstanceOfSatisfying(AlarmFilter.class, filter -> assertThat(filter.matches(SHELVED)).isTrue());
    }

    @Test
    void aDecisionIsLeftToTheServiceThatAuditsIt() {
        assertThat(List.of(ProposalAcceptCommand.class, ProposalDeclineCommand.class, AlarmCommand.class))
                .noneMatch(AuditedCommand.class::isAssignableFrom).allMatch(ChangingCommand.class::isAssignableFrom);
    }
}
