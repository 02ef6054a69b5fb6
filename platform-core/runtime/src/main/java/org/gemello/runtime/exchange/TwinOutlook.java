package org.gemello.runtime.exchange;

import java.util.List;
import org.gemello.api.TwinId;

/**
 * What would become of one twin under a candidate type.
 *
 * @param twin     whose
 * @param type     of the twin
 * @param schema   of its present state, 0 where it has none
 * @param becomes  schema of the candidate
 * @param how      in words: as it is, which migrations, which kept state, or why it cannot be
 * @param possible false where the twin would be parked
 * @param model    changes of its model in words: points added, removed, renamed, in another unit
 */
public record TwinOutlook(TwinId twin, String type, int schema, int becomes, String how, boolean possible, List<String> model) {
}
