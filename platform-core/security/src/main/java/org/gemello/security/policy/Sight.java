package org.gemello.security.policy;

import java.util.function.Supplier;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Proposal;

/**
 * What one caller sees and may do, for one request or for as long as a stream lasts: it follows the policies as they change. Where no
 * policy speaks of the caller it costs nothing. Safe for use by many threads.
 */
public final class Sight {
    private final Supplier<Policies> policies;
    private final Who who;
    private volatile View view;

    /** The policies that speak of the caller, made from all of them, and whether they leave everything to be seen. */
    private record View(Policies from, Policies own, boolean all) {
    }

    /** @param policies gives those of the moment; the same object as long as nothing has changed */
    public Sight(Supplier<Policies> policies, Who who) {
        this.policies = policies;
        this.who = who;
    }

    /** Whether the caller sees every twin and every point, so that nothing need be asked for each of them. */
    public boolean seesAll() {
        return view().all();
    }

    public boolean sees(TwinId twin) {
        View now = view();
        return now.all() || now.own().decide(who, Action.READ, Target.of(twin)).allowed();
    }

    /** A point of a twin that is not seen is not seen either. */
    public boolean sees(PointId point) {
        View now = view();
        return now.all() || now.own().decide(who, Action.READ, Target.of(point.twin())).allowed()
                && now.own().decide(who, Action.READ, Target.of(point)).allowed();
    }

    /** A proposal names the twins that it would command: it is seen by those who see them all. */
    public boolean sees(Proposal proposal) {
        return sees(proposal.twin()) && proposal.commands().stream().allMatch(command -> sees(command.twin()));
    }

    /** Whether the caller may do it with every twin and whatever is in it. */
    public boolean mayWithAll(Action action) {
        return view().own().allowsAll(who, action);
    }

    public Decision may(Action action, Target target) {
        return view().own().decide(who, action, target);
    }

    private View view() {
        Policies now = policies.get();
        View known = view;
        if (known == null || known.from() != now) {
            Policies own = now.of(who);
            known = new View(now, own, own.allowsAll(who, Action.READ));
            view = known;
        }
        return known;
    }
}
