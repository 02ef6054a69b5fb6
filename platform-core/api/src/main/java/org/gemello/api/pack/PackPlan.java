package org.gemello.api.pack;

import java.util.List;

/**
 * What a request would change; nothing has been changed yet.
 *
 * @param action      what was asked
 * @param id          of the pack
 * @param from        version that serves now, empty for a new pack
 * @param to          version that would serve, empty for a removal
 * @param twins       one per twin of the pack's types
 * @param models      changes of the models in words
 * @param imports     packages that neither the pack nor the platform offers
 * @param permissions difference of what is asked for and what is granted
 * @param obstacles   why it cannot be done, each with its remedy; empty where it can
 * @param words       the whole plan in words, one sentence a line
 */
public record PackPlan(PackRequest.Action action, String id, String from, String to, List<TwinChange> twins, List<String> models,
                       List<String> imports, Permissions permissions, List<String> obstacles, List<String> words) {

    /** True where the request can be carried out with the grant it carries. */
    public boolean isFeasible() {
        return obstacles.isEmpty();
    }

    /**
     * What becomes of one twin.
     *
     * @param twin     id
     * @param type     of the twin
     * @param schema   schema of its present state, 0 where it has none
     * @param becomes  schema that it would have
     * @param how      in words: which migrations, which kept state, or why not
     * @param possible false where the twin would be parked
     */
    public record TwinChange(String twin, String type, int schema, int becomes, String how, boolean possible) {
    }

    /**
     * Permissions in difference to the version that serves.
     *
     * @param added    asked for now and not granted before
     * @param dropped  granted before and not asked for any more
     * @param missing  asked for and not granted by the request
     */
    public record Permissions(List<String> added, List<String> dropped, List<String> missing) {
    }
}
