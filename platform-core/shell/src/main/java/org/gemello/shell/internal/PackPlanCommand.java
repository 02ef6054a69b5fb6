package org.gemello.shell.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackPlan;

/** {@code pack:plan}. */
@Service
@Command(scope = "pack", name = "plan", description = "Tells what a file, or what lies in quarantine, would change; nothing is changed")
public final class PackPlanCommand extends PackCommand {
    @Argument(name = "pack", description = "A .gpack file on this machine, or a name of pack:list", required = true)
    String pack;

    @Override
    String action() {
        return "pack.plan";
    }

    @Override
    String object() {
        return Path.of(pack).getFileName().toString();
    }

    @Override
    String act() throws Exception {
        PackPlan plan = packs.plan(install(pack));
        StringBuilder text = new StringBuilder(String.join("\n", plan.words()));
        plan.obstacles().forEach(obstacle -> text.append("\nobstacle: ").append(obstacle));
        return text.append(plan.isFeasible() ? "\nIt can be done." : "\nIt cannot be done so.").toString();
    }
}
